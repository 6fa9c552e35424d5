"""Vectors without an encoder: real ones mixed in pairs, and noise, so that a million take minutes.

A made vector has a cosine of about .9 to the real one that it is nearest, so the collection keeps
the clusters of the real one. What the encoder costs is measured apart.
"""

import zlib
from collections.abc import Callable, Sequence

import numpy as np

from index.embedder import Embedder, Vectors, open_embedder
from index.settings import IndexSettings

_NOISE = 0.35


class Mixed:
    """Passages get mixed vectors, always the same for the same texts; questions real ones."""

    def __init__(self, base: Vectors, real: Embedder) -> None:
        self.name = real.name
        self._base = base
        self._real = real

    def encode_passages(self, texts: Sequence[str], tell: Callable[[int], None]) -> Vectors:
        """(n, dimensions) unit vectors."""
        if not texts:
            return np.empty((0, self._base.shape[1]), dtype=np.float32)
        drawn = np.array([zlib.crc32(text.encode()) for text in texts], dtype=np.int64)
        count, dimensions = self._base.shape
        share = (0.7 + 0.3 * (drawn % 997) / 997)[:, None]
        made = share * self._base[drawn % count] + (1 - share) * self._base[drawn // 7 % count]
        source = np.random.default_rng(int(drawn[0]))
        made += source.normal(0, _NOISE / dimensions**0.5, size=made.shape)
        tell(len(texts))
        return np.asarray(made / np.linalg.norm(made, axis=1, keepdims=True), dtype=np.float32)

    def encode_question(self, text: str) -> Vectors:
        """(dimensions,)."""
        return self._real.encode_question(text)


def mixing(base: Vectors) -> Callable[[IndexSettings, Callable[[str], None]], Embedder]:
    """Opens an embedder that mixes these vectors."""
    return lambda settings, tell: Mixed(base, open_embedder(settings, tell))
