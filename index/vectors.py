"""Passage vectors in FAISS, searched by inner product, each under its passage's row."""

from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from index import vector_kinds
from index.rows import Rows
from index.vector_kinds import Vectors

__all__ = ["VectorIndex", "Vectors"]

# Its own types describe the C++ calls, not the Python ones.
_FAISS: Any = faiss

# Where fewer than one passage in so many is let through, all lists are searched: passing over a
# row costs 2 ns, comparing one 50.
_FEW = 10
# A search in some of the rows looks into so many times the lists that would do if they lay evenly.
_UNEVEN = 2


class VectorIndex:
    """A FAISS index: an exact one up to `vector_kinds.EXACT_UP_TO` vectors, lists beyond."""

    def __init__(self, index: Any, exact_up_to: int = vector_kinds.EXACT_UP_TO) -> None:
        self._index = index
        self._exact_up_to = exact_up_to

    @classmethod
    def build(
        cls,
        vectors: Vectors,
        rows: Rows | None = None,
        exact_up_to: int = vector_kinds.EXACT_UP_TO,
    ) -> "VectorIndex":
        """From (n, dimensions) unit vectors, which may be a mapped file; rows count from 0."""
        count, dimensions = vectors.shape
        names = np.arange(count) if rows is None else np.asarray(rows, dtype=np.int64)
        if count <= exact_up_to:
            index = vector_kinds.exact_index(dimensions)
            vector_kinds.add(index, names, vectors)
        else:
            index = vector_kinds.listed_index(vectors, vector_kinds.lists_for(count))
            vector_kinds.add(index, names, vectors)
            vector_kinds.choose_probes(index, vectors, names)
        return cls(index, exact_up_to)

    @classmethod
    def open(cls, path: Path, to_change: bool = False) -> "VectorIndex":
        """From the file that `save` wrote; RuntimeError (FAISS) when it cannot be read.

        It is mapped, so that several processes share it, unless it is opened to be changed.
        """
        return cls(faiss.read_index(str(path), 0 if to_change else faiss.IO_FLAG_MMAP_IFC))

    def save(self, path: Path) -> None:
        """Write to one file, which must not be the one that is open; OSError if it cannot be."""
        try:
            faiss.write_index(self._index, str(path))
        except RuntimeError as error:
            raise OSError(None, f"FAISS could not write {path.name}") from error

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def exact(self) -> bool:
        """Whether the vectors stand as they were given."""
        return isinstance(self._index, faiss.IndexIDMap)

    @property
    def lists(self) -> int:
        """In how many lists the vectors lie; 1 where each is compared."""
        return 1 if self.exact else int(self._index.nlist)

    @property
    def probes(self) -> int:
        """How many lists a search looks into."""
        return 1 if self.exact else int(self._index.nprobe)

    @probes.setter
    def probes(self, count: int) -> None:
        self._index.nprobe = count

    def rows(self) -> NDArray[np.int64]:
        """Every row, in the order in which they lie."""
        if self.exact:
            return np.array(faiss.vector_to_array(self._index.id_map))
        lists = self._index.invlists
        parts = [
            faiss.rev_swig_ptr(lists.get_ids(at), lists.list_size(at)).copy()
            for at in range(self._index.nlist)
            if lists.list_size(at)
        ]
        return np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)

    def of(self, rows: Rows) -> Vectors:
        """The vectors of some rows, (n, dimensions), rounded where the index quantises.

        RuntimeError (FAISS) or KeyError where a row is not in it.
        """
        names = np.asarray(rows, dtype=np.int64)
        if not self.exact:
            self._index.set_direct_map_type(_FAISS.DirectMap.Hashtable)
            return np.asarray(self._index.reconstruct_batch(names), dtype=np.float32)
        places = {row: place for place, row in enumerate(self.rows().tolist())}
        wanted = np.array([places[row] for row in names.tolist()], dtype=np.int64)
        return np.asarray(self._index.index.reconstruct_batch(wanted), dtype=np.float32)

    def add(self, rows: Rows, vectors: Vectors) -> "VectorIndex":
        """With more vectors under rows that are not in it; built anew where another kind fits."""
        names = np.asarray(rows, dtype=np.int64)
        if self._outgrown(len(self) + len(names)):
            old = self.rows()
            both = np.concatenate([self.of(old), vectors])
            return self.build(both, np.concatenate([old, names]), self._exact_up_to)
        vector_kinds.add(self._index, names, vectors)
        return self

    def _outgrown(self, count: int) -> bool:
        if self.exact:
            return count > self._exact_up_to
        return vector_kinds.lists_for(count) > 2 * int(self._index.nlist)

    def remove(self, rows: Rows) -> None:
        """Without the vectors of these rows."""
        self._index.remove_ids(_selector(np.asarray(rows, dtype=np.int64)))

    def search(
        self, vector: Vectors, count: int, only: Rows | None = None
    ) -> list[tuple[int, float]]:
        """At most `count` (row, cosine) pairs, best first; ties by row. `only` limits the rows."""
        chosen = None if only is None else np.asarray(only, dtype=np.int64)
        count = min(count, len(self) if chosen is None else len(chosen))
        if not count:
            return []
        # One question is one thread's work: a team waits for each other, which on a busy machine
        # took 17 times the CPU, and fifty questions at once are threads enough.
        _FAISS.omp_set_num_threads(1)
        scores, rows = self._index.search(vector[None, :], count, params=self._parameters(chosen))
        found = [(int(r), float(s)) for r, s in zip(rows[0], scores[0], strict=True) if r >= 0]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def _parameters(self, only: NDArray[np.int64] | None) -> Any:
        if only is None:
            return None
        selector = _selector(only)
        if self.exact:
            return _FAISS.SearchParameters(sel=selector)
        lists = self._index.nlist
        probes = lists
        if len(only) * _FEW >= len(self):
            probes = min(lists, _UNEVEN * self._index.nprobe * len(self) // len(only))
        return _FAISS.SearchParametersIVF(sel=selector, nprobe=probes)


def _selector(rows: NDArray[np.int64]) -> Any:
    """A bit for each row up to the last: a set of half a million numbers takes 30 ms to fill."""
    bits = np.zeros(int(rows.max(initial=0)) + 1, dtype=bool)
    bits[rows] = True
    return _FAISS.IDSelectorBitmap(np.packbits(bits, bitorder="little"))
