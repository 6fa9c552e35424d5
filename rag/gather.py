"""The pool of passages for a question: one ranking for each publication it names, interleaved.

A question about several articles ("Does the A article ..., while B reports ...") is searched whole
and in parts among the passages of each publication; taking turns keeps one of them from filling
the pool. Each of these rankings has its first passages read for the parts that belong to it: read
for the whole question they all look alike. A question that names none is one ranking over
everything.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain, zip_longest

import numpy as np

from index.opened import Index
from index.rows import Rows
from rag.asked import Asked
from rag.confidence import logistic
from rag.constraints import Wanted
from rag.decompose import Part
from rag.retrieve import Candidate, Probe, retrieve
from rag.terms import terms

# Fitted on MultiHop-RAG (docs/measurements.md, "Several articles").
_WHOLE_WEIGHT = 0.5
_READ_WEIGHT = 4.0
_READ_SCALE = 3.0
_READ_FIRST = 10
"""Passages of each publication's ranking that are read for its parts: 20 ms each on one core."""

# Logits of relevance of the passages in these rows to a text.
Relevance = Callable[[str, Sequence[int]], Sequence[float]]


def gather(
    index: Index,
    asked: Asked,
    size: int,
    only: Rows | None = None,
    relevance: Relevance | None = None,
) -> list[Candidate]:
    """At most `size` passages, best first; by the searches alone where `relevance` is None."""
    rows = {each: _rows(index, each, only) for each in asked.constraints.wanted}
    named = [each for each in asked.constraints.wanted if len(rows[each])]
    rankings = [_ranking(index, asked, each, size, rows[each]) for each in named]
    if not any(each.sources for each in named):
        # A date alone may be the event's and not the article's, so everything is searched as well.
        rankings.append(_ranking(index, asked, None, size, only))
    elif relevance:
        rankings = [
            _read_first(ranking, _own_texts(asked, each), relevance)
            for ranking, each in zip(rankings, named, strict=True)
        ]
    return _in_turn(rankings)[:size]


def _ranking(
    index: Index, asked: Asked, wanted: Wanted | None, size: int, rows: Rows | None
) -> list[Candidate]:
    """The passages of one publication (all, when None) by the whole question and its own parts."""
    whole = retrieve(index, Probe(asked.rewritten, asked.terms), size, rows)
    texts = [part.text for part in _own(asked, wanted)]
    parts = [retrieve(index, Probe(text, terms(text)), size, rows) for text in texts]
    return _combined(index, whole, parts) if parts else whole


def _own(asked: Asked, wanted: Wanted | None) -> Sequence[Part]:
    return [part for part in asked.parts if wanted in part.constraints.wanted] or asked.parts


def _own_texts(asked: Asked, wanted: Wanted | None) -> list[str]:
    return [part.text for part in _own(asked, wanted)] or [asked.rewritten]


def _read_first(
    ranking: Sequence[Candidate], texts: Sequence[str], relevance: Relevance
) -> list[Candidate]:
    """The first passages by their score and by how relevant they are to any of the texts."""
    first, rest = ranking[:_READ_FIRST], ranking[_READ_FIRST:]
    rows = [each.row for each in first]
    logits = [max(found) for found in zip(*(relevance(text, rows) for text in texts), strict=True)]
    read = {
        each.row: each.score + _READ_WEIGHT * logistic(logit / _READ_SCALE)
        for each, logit in zip(first, logits, strict=True)
    }
    return [*sorted(first, key=lambda each: -read[each.row]), *rest]


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
