"""At which step a question was lost, and which passages beat the right one."""

from collections.abc import Mapping, Sequence
from typing import Literal

from eval.measures.evidence import first_ranks
from eval.measures.quotes import right
from eval.overlap import holds
from eval.schema import Place, Question, Record
from index.schema import Article

Stage = Literal[
    "right",
    "rightly silent",
    "not in the corpus",
    "not in the pool",
    "lost in re-ranking",
    "wrong sentence",
    "wrongly silent",
    "false answer",
]

STAGES: dict[Stage, str] = {
    "right": "a right quote was shown first",
    "rightly silent": "nothing answers it, and that was said",
    "not in the corpus": "no passage of the index holds the gold evidence",
    "not in the pool": "the searches did not bring a passage with gold evidence",
    "lost in re-ranking": "it was in the pool, but below the passages that are read",
    "wrong sentence": "a passage with gold was read, another sentence was quoted first",
    "wrongly silent": "a passage with gold was read, and nothing was quoted",
    "false answer": "something was quoted though the articles do not answer",
}


def stage(
    question: Question,
    record: Record,
    articles: Mapping[str, Article],
    reachable: bool,
    read: int,
) -> Stage:
    """Where the question was lost, or that it was not.

    `reachable` says whether some passage of the index holds gold; `read` is how many passages of
    the final ranking are read for quotes. A right first quote is never lost, wherever it came
    from.
    """
    reply = record.reply
    quotes = sorted(reply.citations, key=lambda c: c.n) if reply else []
    if not question.answerable:
        return "false answer" if quotes else "rightly silent"
    if quotes and right(quotes[0], question, articles):
        return "right"
    if not reachable:
        return "not in the corpus"
    found = first_right(question, record.ranked, articles)
    if found is not None and found <= read:
        return "wrong sentence" if quotes else "wrongly silent"
    if found is None and first_right(question, record.pool, articles) is None:
        return "not in the pool"
    return "lost in re-ranking"


def first_right(
    question: Question, places: Sequence[Place], articles: Mapping[str, Article]
) -> int | None:
    """The first rank (from 1) of a passage that holds some gold evidence."""
    ranks = [rank for rank in first_ranks(question, places, articles) if rank is not None]
    return min(ranks, default=None)


def beaten_by(
    question: Question, ranked: Sequence[Place], articles: Mapping[str, Article], most: int = 3
) -> tuple[Place, ...]:
    """The best passages without gold that stand above the first with gold, `most` at most."""
    found = first_right(question, ranked, articles)
    above = ranked[: found - 1] if found is not None else ranked
    return tuple(above[:most])


def reachable(
    question: Question, places: Mapping[str, Sequence[Place]], articles: Mapping[str, Article]
) -> bool:
    """Whether some passage (by article) holds some gold evidence."""
    return any(
        holds(place, piece, articles)
        for piece in question.evidence
        for place in places.get(piece.article_id, ())
    )
