"""Both searches over passages, and their fusion into one ranking.

Fusion is the convex combination of theoretically min-max normalised scores (Bruch, Gai and
Ingber 2023, doi:10.1145/3596512): it keeps how much better one passage is, which ranks alone lose.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from index.lexical import Term
from index.opened import Index
from index.rows import Rows

# Both fitted on public sets (docs/measurements.md, "Fusion").
_DENSE_WEIGHT = 0.4
_TITLE_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Probe:
    """One thing to search for: the text for the embedder, and the words for BM25."""

    text: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage's row, its fused score (0 to 1) and its rank in each search, None where missed."""

    row: int
    score: float
    dense_rank: int | None
    lexical_rank: int | None


def retrieve(index: Index, probe: Probe, pool: int, only: Rows | None = None) -> list[Candidate]:
    """The fused ranking of at most `2 * pool` passages, best first; ties by passage id."""
    vector = index.embedder.encode_question(probe.text)
    dense = index.contents.vectors.search(vector, pool, only)
    lexical = index.contents.lexical.search(probe.terms, pool, _TITLE_WEIGHT, only)
    return fuse(index, dense, lexical)


def fuse(
    index: Index, dense: Sequence[tuple[int, float]], lexical: Sequence[tuple[int, float]]
) -> list[Candidate]:
    """Combine two rankings of (row, score); a passage that one of them missed has its lowest."""
    cosine, bm25 = dict(dense), dict(lexical)
    dense_ranks = {row: rank for rank, (row, _) in enumerate(dense, 1)}
    lexical_ranks = {row: rank for rank, (row, _) in enumerate(lexical, 1)}
    best = max(bm25.values(), default=0.0)
    floor = min(cosine.values(), default=0.0)
    top = max(cosine.values(), default=1.0)
    fused = []
    for row in cosine.keys() | bm25.keys():
        near = (cosine.get(row, floor) - floor) / (top - floor) if top > floor else 1.0
        said = bm25.get(row, 0.0) / best if best else 0.0
        score = _DENSE_WEIGHT * near + (1 - _DENSE_WEIGHT) * said
        fused.append(Candidate(row, score, dense_ranks.get(row), lexical_ranks.get(row)))
    ids = index.passages.ids([each.row for each in fused])
    return sorted(fused, key=lambda each: (-each.score, ids[each.row]))
