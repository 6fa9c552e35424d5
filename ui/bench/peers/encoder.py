"""The encoder that the others are given: ours, or a model that each opens as its users do.

Ours is shared so that what differs is everything else. It is opened when the first text comes.

Written without `index.embedder`, because a system may need an environment of its own in which only
onnxruntime, tokenizers and numpy are to be had. A test holds it to what `index.embedder` gives.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 384
"""Numbers in a vector, of both encoders."""

if TYPE_CHECKING:
    from index.onnx_model import OnnxModel

Name = Literal["packaged", "usual"]
"""Which of the two."""


class Packaged:
    """The bge-small-en-v1.5, int8, that Pincite itself uses; `prompt` is put before questions."""

    prompt = "Represent this sentence for searching relevant passages: "

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _model(self) -> "OnnxModel":
        from index.onnx_model import OnnxModel

        return OnnxModel.open(self._folder, most_tokens=512)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(n, 384), in the order of `texts`: [CLS] of the last layer, made unit length."""
        outputs = self._model.run(self._model.tokenize(texts))
        made = np.stack([output[0] for output in outputs])
        made /= np.linalg.norm(made, axis=1, keepdims=True)
        return made


@dataclass(frozen=True, slots=True)
class Usual:
    """The folder of all-MiniLM-L6-v2 in 32-bit floating point, as most tutorials have it.

    Each system opens it through its own integration of PyTorch, which batches as it does by itself.
    """

    folder: Path


Encoder = Packaged | Usual


def opened(name: Name, folder: Path) -> Encoder:
    """The encoder of that name."""
    return Packaged(folder) if name == "packaged" else Usual(folder)
