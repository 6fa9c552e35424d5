"""Both searches in a store: a collection for each generation of an index."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.bm25 import question_weight
from index.engines import Engines, Ranking
from index.errors import IndexUnfitError
from index.lexical import Term, analyzer
from index.manifest import Manifest
from index.milvus import Collections, Milvus, Sparse, VectorField, without_password
from index.rows import Rows
from index.term_table import FIELDS, TermTable

TERMS = "terms.sqlite"

# Rows that one request names at most: a filter of more is asked for in parts, whose best are the
# best of all.
_MOST_ROWS = 20_000
# So many more are asked for, because a store breaks ties at the last place as it likes.
_TIES = 50


def collection_name(generation: str) -> str:
    """Of the collection that holds a generation: letters, digits and underscores."""
    return "pincite_" + generation.replace("-", "_")


def open_engines(home: Path, manifest: Manifest, url: str) -> Engines:
    """The searches, in the store at `url`, of the generation in `home`.

    Raises what `engines_in` raises.
    """
    return engines_in(Milvus.connect(url), home, manifest, without_password(url))


def engines_in(store: Collections, home: Path, manifest: Manifest, shown: str) -> Engines:
    """The searches of the generation in `home`.

    Raises:
        IndexUnfitError: the store does not hold it whole.
        StoreError: the store cannot be asked.
        sqlite3.DatabaseError: its table of terms is missing or damaged.
    """
    name = collection_name(manifest.generation)
    if not (home / TERMS).exists() or not is_whole(store, name, manifest.passages):
        raise IndexUnfitError(
            f"The store {shown} does not hold this state of the index in {home.parent}; put it "
            f"there with: pincite index PATH --index {home.parent} --store {shown}"
        )
    table = TermTable(home / TERMS)
    return Engines(StoreVectors(store, name, manifest.passages), StoreWords(store, name, table))


def is_whole(store: Collections, name: str, passages: int) -> bool:
    """Whether the store holds all passages of a generation."""
    return name in store.names() and store.count(name) == passages


class StoreVectors:
    """Passages by meaning."""

    def __init__(self, store: Collections, name: str, passages: int) -> None:
        self._store = store
        self._name = name
        self._passages = passages

    def __len__(self) -> int:
        return self._passages

    def search(self, vector: NDArray[np.float32], count: int, only: Rows | None = None) -> Ranking:
        """At most `count` (row, cosine) pairs."""
        return _search(self._store, self._name, "dense", vector, count, only)


class StoreWords:
    """Passages by word: BM25 as an inner product."""

    def __init__(self, store: Collections, name: str, table: TermTable) -> None:
        self._store = store
        self._name = name
        self._table = table
        self._analyzer = analyzer()

    def __len__(self) -> int:
        return self._table.passages

    def stems(self, text: str) -> list[str]:
        """The text's words as they are indexed."""
        return list(self._analyzer.analyze(text))

    def frequency(self, word: str) -> int:
        """In how many passages' text the word stands (its stem)."""
        found = (self._table.known("body", stem) for stem in self.stems(word))
        return max((each.passages for each in found if each), default=0)

    def search(
        self, terms: Sequence[Term], count: int, title_weight: float, only: Rows | None
    ) -> Ranking:
        """At most `count` (row, BM25) pairs."""
        wanted: dict[int, float] = {}
        for term in terms:
            for stem in self.stems(term.word):
                for field, weight in zip(FIELDS, (1.0, title_weight), strict=True):
                    known = self._table.known(field, stem)
                    if known and weight * term.weight > 0:
                        worth = question_weight(len(self), known.passages)
                        asked = wanted.get(known.number, 0.0)
                        wanted[known.number] = asked + weight * term.weight * worth
        return _search(self._store, self._name, "sparse", wanted, count, only) if wanted else []


def _search(
    store: Collections,
    name: str,
    field: VectorField,
    vector: NDArray[np.float32] | Sparse,
    count: int,
    only: Rows | None,
) -> Ranking:
    found: Ranking = []
    for rows in parts(only):
        found += store.search(name, field, vector, count + _TIES, rows)
    if field == "sparse":
        found = [pair for pair in found if pair[1] > 0]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:count]


def parts(only: Rows | None, most: int = _MOST_ROWS) -> Iterator[list[int] | None]:
    """Some rows, `most` at a time; None, which stands for all of them, once."""
    if only is None:
        yield None
        return
    for at in range(0, len(only), most):
        yield [int(row) for row in only[at : at + most]]
