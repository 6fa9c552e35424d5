"""What searches passages: by meaning and by word, inside the process or in a store elsewhere.

`VectorIndex` and `LexicalIndex` read files of an index, `StoreVectors` and `StoreWords` ask Milvus.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.lexical import Term
from index.rows import Rows

Ranking = list[tuple[int, float]]
"""(row, score) pairs, best first; ties by row."""


class VectorSearch(Protocol):
    """Passages by meaning."""

    def __len__(self) -> int: ...

    def search(self, vector: NDArray[np.float32], count: int, only: Rows | None = None) -> Ranking:
        """At most `count` passages by cosine; `only` limits the rows."""


class WordSearch(Protocol):
    """Passages by word."""

    def __len__(self) -> int: ...

    def stems(self, text: str) -> list[str]:
        """The text's words as they are indexed."""

    def frequency(self, word: str) -> int:
        """In how many passages' text the word stands (its stem)."""

    def search(
        self, terms: Sequence[Term], count: int, title_weight: float, only: Rows | None
    ) -> Ranking:
        """At most `count` passages by BM25; `only` limits the rows."""


@dataclass(frozen=True, slots=True)
class Engines:
    """Both searches over the same rows."""

    vectors: VectorSearch
    lexical: WordSearch
