"""Putting a reply together from what was found and chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.opened import Index
from index.schema import Article, Span
from index.selection import Selection
from index.words import WORD
from rag.asked import Asked
from rag.cite import cut
from rag.copies import copies
from rag.intact import intact
from rag.read import Read
from rag.schema import (
    Answer,
    Citation,
    Copy,
    Disagreement,
    Hit,
    Near,
    NotFound,
    Searched,
    Seconds,
    Statement,
    Why,
)
from rag.select import Choice
from rag.terms import terms

_NEAREST = 5
# Rankings are written with six decimals, so neighbours differ by at least this.
_STEP = 1e-6


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked, what was searched for, and the reply's id."""

    id: str
    question: str
    searched_as: str


def hits(index: Index, ranking: Sequence[tuple[int, float]]) -> tuple[Hit, ...]:
    """(row, score) pairs in order as hits whose scores fall strictly."""
    made: list[Hit] = []
    for rank, (row, score) in enumerate(ranking, 1):
        if made and score > made[-1].score - _STEP:
            score = made[-1].score - _STEP
        passage = index.passages[row]
        span = (passage.article_id, passage.start, passage.end, passage.text)
        made.append(Hit(rank, round(score, 6), *span))
    return tuple(made)


def citations(
    index: Index, shown: Sequence[Choice], asked: Asked, selection: Selection
) -> tuple[Citation, ...]:
    """The chosen sentences cut from their articles, numbered from 1."""
    return tuple(
        cut(
            n,
            index.articles[each.read.passage.article_id],
            each.span,
            _why(index, each, asked),
            tuple(_copy(*place) for place in copies(index, each, selection)),
        )
        for n, each in enumerate(shown, 1)
    )


def answer(
    request: Request,
    quotes: tuple[Citation, ...],
    disagreements: tuple[Disagreement, ...],
    confidence: float,
    seconds: Seconds,
) -> Answer:
    """Each quote as a statement of its own."""
    statements = tuple(Statement(quote.exact, (quote.n,)) for quote in quotes)
    return Answer(
        request.id,
        request.question,
        request.searched_as,
        statements,
        quotes,
        disagreements,
        round(confidence, 4),
        seconds,
    )


def not_found(
    request: Request,
    nearest: tuple[Near, ...],
    missing: tuple[str, ...],
    searched: Searched,
    confidence: float,
    seconds: Seconds,
) -> NotFound:
    """Nothing quoted, with the proof of how it was looked for."""
    return NotFound(
        request.id,
        request.question,
        request.searched_as,
        _reason(searched, missing),
        nearest,
        missing,
        searched,
        round(confidence, 4),
        seconds,
    )


def nearest(
    index: Index, ranked: Sequence[Choice], sure: Callable[[Choice], float], threshold: float
) -> tuple[Near, ...]:
    """The passages of the best sentences, best first; `sure` is the confidence in a sentence."""
    best: dict[str, Choice] = {}
    for each in ranked:
        best.setdefault(each.read.passage.id, each)
    scored = [(sure(each), each.read) for each in list(best.values())[:_NEAREST]]
    scored.sort(key=lambda pair: (-pair[0], pair[1].passage.id))
    return tuple(_near(index, read, score, threshold) for score, read in scored)


def _near(index: Index, read: Read, score: float, threshold: float) -> Near:
    passage = read.passage
    article = intact(index.articles[passage.article_id])
    shown = (article.id, article.title, article.source, article.published)
    scores = (round(score, 4), round(threshold, 4))
    return Near(*shown, passage.start, passage.end, passage.text, *scores, article.author)


def _why(index: Index, choice: Choice, asked: Asked) -> Why:
    stems = set(index.contents.lexical.stems(choice.read.passage.text))
    matched = tuple(
        term.word
        for term in terms(asked.text)
        if stems.intersection(index.contents.lexical.stems(term.word))
    )
    candidate = choice.read.candidate
    score = round(choice.score, 4)
    standing = {word.casefold() for word in WORD.findall(choice.read.passage.text)}
    folded = tuple(pair for pair in asked.expansion.folded if pair[1].casefold() in standing)
    return Why(candidate.dense_rank, candidate.lexical_rank, score, matched, folded)


def _copy(article: Article, span: Span) -> Copy:
    shown = (article.id, article.title, article.source, article.published)
    return Copy(*shown, *span, intact(article).text[span.start : span.end], article.author)


def _reason(searched: Searched, missing: Sequence[str]) -> str:
    if not searched.passages:
        return "No article passes the filters, so nothing was searched."
    articles = f"{searched.articles} article{'s' * (searched.articles != 1)}"
    where = f"{articles} ({searched.passages} passage{'s' * (searched.passages != 1)})"
    if missing:
        names = ", ".join(f"“{word}”" for word in missing)
        return f"None of {where} answers this, and none contains {names} in any known spelling."
    return f"None of {where} answers this; the nearest passages are about something else."
