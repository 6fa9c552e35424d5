"""The pool of passages for a question: one ranking for each publication it names, interleaved.

A question about several articles ("Does the A article ..., while B reports ...") is searched whole
and in parts among the passages of each publication; taking turns keeps one of them from filling
the pool. A question that names none is one ranking over everything.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, zip_longest

import numpy as np

from index.opened import Index
from index.rows import Rows
from rag.asked import Asked
from rag.constraints import Wanted
from rag.retrieve import Candidate, Probe, retrieve
from rag.terms import terms

# Fitted on MultiHop-RAG (docs/measurements.md, "Several articles").
_WHOLE_WEIGHT = 0.5


def gather(index: Index, asked: Asked, size: int, only: Rows | None = None) -> list[Candidate]:
    """At most `size` passages, best first."""
    rows = {each: _rows(index, each, only) for each in asked.constraints.wanted}
    named = [each for each in asked.constraints.wanted if len(rows[each])]
    rankings = [_ranking(index, asked, each, size, rows[each]) for each in named]
    if not any(each.sources for each in named):
        # A date alone may be the event's and not the article's, so everything is searched as well.
        rankings.append(_ranking(index, asked, None, size, only))
    return _in_turn(rankings)[:size]


def _ranking(
    index: Index, asked: Asked, wanted: Wanted | None, size: int, rows: Rows | None
) -> list[Candidate]:
    """The passages of one publication (all, when None) by the whole question and its own parts."""
    own = [part for part in asked.parts if wanted in part.constraints.wanted] or asked.parts
    whole = retrieve(index, Probe(asked.rewritten, asked.terms), size, rows)
    parts = [retrieve(index, Probe(part.text, terms(part.text)), size, rows) for part in own]
    return _combined(index, whole, parts) if parts else whole


def _rows(index: Index, wanted: Wanted, only: Rows | None) -> Rows:
    rows = index.passages.selected(wanted.selection)
    return rows if only is None else np.intersect1d(rows, only, assume_unique=True)


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
    ids = index.passages.ids(by_row)
    return sorted(combined, key=lambda each: (-each.score, ids[each.row]))


def _in_turn(rankings: Iterable[list[Candidate]]) -> list[Candidate]:
    """The first of each, then the second of each; a passage counts where it comes first."""
    turns = chain.from_iterable(zip_longest(*rankings))
    first: dict[int, Candidate] = {}
    for each in turns:
        if each is not None:
            first.setdefault(each.row, each)
    return list(first.values())
