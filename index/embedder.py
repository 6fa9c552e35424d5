"""Passages and questions to unit vectors, so that a dot product is the cosine.

The packaged bge-small runs as int8 ONNX straight from its session: no PyTorch is imported, which
takes longer than a question and more memory than all else. Any other model comes through
sentence-transformers.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index import weights
from index.errors import WeightsError
from index.onnx_model import OnnxModel
from index.settings import IndexSettings

Vectors = NDArray[np.float32]
Tell = Callable[[int], None]
_PACKAGED = "bge-small-en-v1.5-int8"
# The model card of bge-small-en-v1.5 asks for this in front of questions only.
_QUESTION_PROMPT = "Represent this sentence for searching relevant passages: "
_CHUNK = 256


class Embedder(Protocol):
    """What turns text into vectors of `dimensions` numbers, each of length 1."""

    name: str

    def encode_passages(self, texts: Sequence[str], tell: Tell) -> Vectors:
        """(n, dimensions), in the order of `texts`; `tell` hears how many are done."""

    def encode_question(self, text: str) -> Vectors:
        """(dimensions,)."""


class PackagedEmbedder:
    """bge-small-en-v1.5, int8, from the package named in `index.weights`."""

    name = _PACKAGED

    def __init__(self, folder: Path) -> None:
        self._model = OnnxModel.open(folder, most_tokens=512)

    def encode_passages(self, texts: Sequence[str], tell: Tell) -> Vectors:
        """(n, 384)."""
        return _in_chunks(texts, self._encode, tell)

    def encode_question(self, text: str) -> Vectors:
        """(384,)."""
        return np.asarray(self._encode([_QUESTION_PROMPT + text])[0])

    def _encode(self, texts: Sequence[str]) -> Vectors:
        """[CLS] of the last layer, made unit length, as the card of bge-small-en-v1.5 asks."""
        cls = self._model.first_tokens(self._model.tokenize(texts))
        return np.asarray(cls / np.linalg.norm(cls, axis=1, keepdims=True), dtype=np.float32)


class HubEmbedder:
    """Any sentence-transformers model: a folder, or a hub name when `offline` is off."""

    def __init__(self, name: str, offline: bool) -> None:
        from sentence_transformers import SentenceTransformer

        self.name = name
        try:
            self._model = SentenceTransformer(name, device="cpu", local_files_only=offline)
        except (OSError, ValueError) as error:
            raise WeightsError(
                f"The embedder {name!r} could not be loaded ({str(error).splitlines()[0]}); "
                "give a sentence-transformers folder, or set PINCITE_OFFLINE=0 to ask the hub."
            ) from error

    def encode_passages(self, texts: Sequence[str], tell: Tell) -> Vectors:
        """(n, dimensions)."""

        def encode(some: Sequence[str]) -> Vectors:
            made = self._model.encode(
                list(some), normalize_embeddings=True, show_progress_bar=False
            )
            return np.asarray(made, dtype=np.float32)

        return _in_chunks(texts, encode, tell)

    def encode_question(self, text: str) -> Vectors:
        """(dimensions,), with the model's own prompt for queries if it has one."""
        prompt = "query" if "query" in self._model.prompts else None
        encoded = self._model.encode(text, prompt_name=prompt, normalize_embeddings=True)
        return np.asarray(encoded, dtype=np.float32)


def open_embedder(settings: IndexSettings, tell: Callable[[str], None]) -> Embedder:
    """The embedder that the settings name.

    Raises:
        WeightsError: its weights are not to be had.
    """
    if settings.embedder in weights.PARTS:
        return PackagedEmbedder(weights.locate(settings.embedder, settings.weights, tell))
    return HubEmbedder(settings.embedder, settings.offline)


def _in_chunks(
    texts: Sequence[str], encode: Callable[[Sequence[str]], Vectors], tell: Tell
) -> Vectors:
    """Longest first over everything, so that what is encoded together is of one length."""
    order = sorted(range(len(texts)), key=lambda row: -len(texts[row]))
    vectors: Vectors | None = None
    for at in range(0, len(order), _CHUNK):
        rows = order[at : at + _CHUNK]
        made = encode([texts[row] for row in rows])
        if vectors is None:
            vectors = np.empty((len(texts), made.shape[1]), dtype=np.float32)
        vectors[rows] = made
        tell(at + len(rows))
    return np.empty((0, 0), dtype=np.float32) if vectors is None else vectors
