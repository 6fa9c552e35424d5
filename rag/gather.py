"""The pool of passages for a question: one ranking for each publication it names, interleaved.

A question about several articles ("Does the A article ..., while B reports ...") is searched whole
and in parts among the passages of each publication; taking turns keeps one of them from filling
the pool. A question that names none is one ranking over everything.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, zip_longest

from index.opened import Index
from rag.asked import Asked
from rag.constraints import Wanted
from rag.retrieve import Candidate, Probe, retrieve
from rag.terms import terms

# Fitted on MultiHop-RAG (docs/measurements.md, "Several articles").
_WHOLE_WEIGHT = 0.5


def gather(
    index: Index, asked: Asked, size: int, only: Sequence[int] | None = None
) -> list[Candidate]:
    """At most `size` passages, best first."""
    named = [each for each in asked.constraints.wanted if _rows(index, each, only)]
    # A date alone may be the event's and not the article's, so everything is searched as well.
    wanted: Sequence[Wanted | None] = (
        named if any(each.sources for each in named) else [*named, None]
    )
    rankings = [_ranking(index, asked, each, size, only) for each in wanted]
    return _in_turn(rankings)[:size]


def _ranking(
    index: Index, asked: Asked, wanted: Wanted | None, size: int, only: Sequence[int] | None
) -> list[Candidate]:
    """The passages of one publication (all, when None) by the whole question and its own parts."""
    rows = _rows(index, wanted, only) if wanted else only
    own = [part for part in asked.parts if wanted in part.constraints.wanted] or asked.parts
    whole = retrieve(index, Probe(asked.rewritten, asked.terms), size, rows)
    parts = [retrieve(index, Probe(part.text, terms(part.text)), size, rows) for part in own]
    return _combined(index, whole, parts) if parts else whole


def _rows(index: Index, wanted: Wanted, only: Sequence[int] | None) -> list[int]:
    fitting = {
        key for key, each in index.articles.items() if wanted.fits(each.source, each.published)
    }
    rows = range(len(index.passages)) if only is None else only
    return [row for row in rows if index.passages[row].article_id in fitting]


def _combined(
    index: Index, whole: list[Candidate], parts: Sequence[list[Candidate]]
) -> list[Candidate]:
    """A passage's best score for any part, and for the whole question less heavily."""
    by_row = {each.row: each for each in chain(*parts, whole)}
    own = {each.row: each.score for each in whole}
    best: dict[int, float] = {}
    for each in chain(*parts):
        best[each.row] = max(best.get(each.row, 0.0), each.score)
    combined = [
        replace(each, score=_WHOLE_WEIGHT * own.get(row, 0.0) + best.get(row, 0.0))
        for row, each in by_row.items()
    ]
    return sorted(combined, key=lambda each: (-each.score, index.passages[each.row].id))


def _in_turn(rankings: Iterable[list[Candidate]]) -> list[Candidate]:
    """The first of each, then the second of each; a passage counts where it comes first."""
    turns = chain.from_iterable(zip_longest(*rankings))
    first: dict[int, Candidate] = {}
    for each in turns:
        if each is not None:
            first.setdefault(each.row, each)
    return list(first.values())
