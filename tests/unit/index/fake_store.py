"""A store in memory; `dies_in` names the step at which its process is gone."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.errors import StoreError
from index.milvus import Entry, Sparse, VectorField


class FakeStore:
    def __init__(self) -> None:
        self.held: dict[str, dict[int, Entry]] = {}
        self.dies_in: str | None = None
        self.inserted = 0

    def names(self) -> list[str]:
        return list(self.held)

    def make(self, name: str, dimensions: int, passages: int) -> None:
        self._step("make")
        if name in self.held:
            raise StoreError(f"{name} exists")
        self.held[name] = {}

    def insert(self, name: str, entries: Sequence[Entry]) -> None:
        self._step("insert")
        self.inserted += len(entries)
        self.held[name] |= {entry.row: entry for entry in entries}
        self._step("inserted")

    def seal(self, name: str) -> None:
        self._step("seal")

    def count(self, name: str) -> int:
        return len(self.held[name])

    def drop(self, name: str) -> None:
        self.held.pop(name, None)

    def search(
        self,
        name: str,
        field: VectorField,
        vector: NDArray[np.float32] | Sparse,
        count: int,
        only: Sequence[int] | None,
    ) -> list[tuple[int, float]]:
        scored = [
            (entry.row, _product(entry, field, vector))
            for entry in self.held[name].values()
            if only is None or entry.row in only
        ]
        return sorted(scored, key=lambda pair: -pair[1])[:count]

    def _step(self, name: str) -> None:
        if self.dies_in == name:
            raise KeyboardInterrupt


def _product(entry: Entry, field: VectorField, vector: NDArray[np.float32] | Sparse) -> float:
    if field == "dense":
        return float(np.dot(entry.dense, np.asarray(vector)))
    assert not isinstance(vector, np.ndarray)
    return sum(weight * entry.sparse.get(number, 0.0) for number, weight in vector.items())
