"""Passage vectors in FAISS, searched by inner product; row i is passage i of the store."""

from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from index.rows import Rows

# Measured here at 384 dimensions: to about 100,000 passages an exact scan answers in 4-6 ms, so
# nothing is approximated; beyond, 8-bit codes keep recall@10 at .99 in a quarter of the memory.
_EXACT_UP_TO = 100_000

Vectors = NDArray[np.float32]


class VectorIndex:
    """An open FAISS index."""

    def __init__(self, index: faiss.Index) -> None:
        self._index = index

    @classmethod
    def build(cls, vectors: Vectors) -> "VectorIndex":
        """From (n, dimensions) unit vectors."""
        count, dimensions = vectors.shape
        index: faiss.Index
        if count <= _EXACT_UP_TO:
            index = faiss.IndexFlatIP(dimensions)
        else:
            code = faiss.ScalarQuantizer.QT_8bit
            index = faiss.IndexScalarQuantizer(dimensions, code, faiss.METRIC_INNER_PRODUCT)
            index.train(vectors)
        index.add(vectors)
        return cls(index)

    @classmethod
    def open(cls, path: Path) -> "VectorIndex":
        """From the file that `save` wrote; RuntimeError (FAISS) when it cannot be read."""
        return cls(faiss.read_index(str(path)))

    def save(self, path: Path) -> None:
        """Write to one file."""
        faiss.write_index(self._index, str(path))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def exact(self) -> bool:
        """Whether the vectors stand as they were given."""
        return isinstance(self._index, faiss.IndexFlat)

    def all(self) -> Vectors:
        """(n, dimensions), as stored (rounded where the index quantises)."""
        return np.asarray(self._index.reconstruct_n(0, len(self)), dtype=np.float32)

    def search(
        self, vector: Vectors, count: int, only: Rows | None = None
    ) -> list[tuple[int, float]]:
        """At most `count` (row, cosine) pairs, best first; ties by row. `only` limits the rows."""
        parameters = None
        if only is not None:
            parameters = faiss.SearchParameters(  # type: ignore[call-arg]  # taken by SWIG
                sel=faiss.IDSelectorBatch(np.asarray(only, "i8"))
            )
        count = min(count, len(self))
        scores, rows = self._index.search(vector[None, :], count, params=parameters)
        found = [(int(r), float(s)) for r, s in zip(rows[0], scores[0], strict=True) if r >= 0]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))
