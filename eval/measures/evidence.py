"""How much of the gold evidence a ranking brings, and how early."""

from collections.abc import Mapping, Sequence

from eval.overlap import holds
from eval.schema import Evidence, Place, Question
from index.schema import Article

DEPTHS = (1, 3, 5, 10, 20)


def first_ranks(
    question: Question, ranked: Sequence[Place], articles: Mapping[str, Article]
) -> tuple[int | None, ...]:
    """For each piece of evidence the first rank (from 1) that holds it; None where none does."""
    return tuple(first_rank(piece, ranked, articles) for piece in question.evidence)


def first_rank(
    piece: Evidence, ranked: Sequence[Place], articles: Mapping[str, Article]
) -> int | None:
    """The first rank (from 1) that holds the piece."""
    ranks = (n for n, place in enumerate(ranked, start=1) if holds(place, piece, articles))
    return next(ranks, None)


def complete_rank(question: Question, ranks: Sequence[int | None]) -> int | None:
    """The rank at which the evidence is complete: all of it, or any of it where any will do."""
    found = [rank for rank in ranks if rank is not None]
    if question.mode == "any":
        return min(found, default=None)
    return max(found) if found and len(found) == len(ranks) else None


def evidence_values(
    question: Question, ranked: Sequence[Place], articles: Mapping[str, Article]
) -> dict[str, float]:
    """Evidence recall@k, all evidence@k and distinct sources@10; empty without gold evidence."""
    if not question.evidence:
        return {}
    ranks = first_ranks(question, ranked, articles)
    complete = complete_rank(question, ranks)
    values: dict[str, float] = {}
    for depth in DEPTHS:
        found = sum(rank is not None and rank <= depth for rank in ranks)
        done = complete is not None and complete <= depth
        recall = float(done) if question.mode == "any" else found / len(ranks)
        values[f"evidence recall@{depth}"] = recall
        values[f"all evidence@{depth}"] = float(done)
    values["distinct sources@10"] = float(len(_sources(ranked[:10], articles)))
    return values


def _sources(places: Sequence[Place], articles: Mapping[str, Article]) -> set[str]:
    """Sources by name; an article that shows none is a source of its own."""
    return {articles[p.article_id].source or f"article {p.article_id}" for p in places}
