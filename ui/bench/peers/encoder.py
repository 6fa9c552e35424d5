"""The encoder that all systems share, so that what differs is everything else.

Opened when the first text comes, so that a system that brings its own pays for one only.

Written without `index.embedder`, because a system may need an environment of its own in which only
onnxruntime, tokenizers and numpy are to be had. A test holds it to what `index.embedder` gives.
"""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 384
"""Numbers in a vector, of both encoders."""

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

    from index.onnx_model import OnnxModel

_BATCH = 32


class Encoder(Protocol):
    """Texts to vectors of length 1; `prompt` goes in front of questions."""

    prompt: str

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(n, 384), in the order of `texts`."""


class Packaged:
    """The bge-small-en-v1.5, int8, that Pincite itself uses."""

    prompt = "Represent this sentence for searching relevant passages: "

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _model(self) -> "OnnxModel":
        from index.onnx_model import OnnxModel

        return OnnxModel.open(self._folder, most_tokens=512)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(n, 384): [CLS] of the last layer, made unit length."""
        outputs = self._model.run(self._model.tokenize(texts))
        made = np.stack([output[0] for output in outputs])
        made /= np.linalg.norm(made, axis=1, keepdims=True)
        return made


class Usual:
    """all-MiniLM-L6-v2 in 32-bit torch through sentence-transformers, as most tutorials have it."""

    prompt = ""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _model(self) -> "SentenceTransformer":
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(str(self._folder), device="cpu", local_files_only=True)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(n, 384), batches of 32 sorted by length, as the library does by itself."""
        made = self._model.encode(
            list(texts), batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(made, dtype=np.float32)


def opened(name: str, folder: Path) -> Encoder:
    """The encoder of that name, "packaged" or "usual"."""
    return Packaged(folder) if name == "packaged" else Usual(folder)
