"""Articles that give different figures or dates for what a question asks; no verdict.

Silence is the rule: only a count of the very thing that was asked for ("how many soldiers") or a
date that was asked for is compared, only when each quote holds exactly one, and only between
quotes that speak of the question's own names and words.

Measured on RAMDocs' 99 questions of this kind, a quote taken from each document: 12 were flagged;
in 11 the documents do answer differently, in 8 every value shown is the document's own answer.
Half of its names are shared by several things on purpose, so that only 6 are about one thing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.romanised import plain_letters
from rag.dates_asked import dates_asked
from rag.figures import Figure, figures, stem
from rag.schema import Citation, Disagreement, Position
from rag.stopwords import STOPWORDS

_HOW_MANY = re.compile(
    r"\bhow many (?P<unit>.+?)(?= (?:did|do|does|were|was|are|is|have|has|had|can|could|will|would|"
    r"in|on|of|from|to|at|for)\b|\?|$)|\b(?P<population>population)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\bwhen\b|\b(?:what|which) (?:year|date|day|month)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(r"(?<=[^\W_.?!] )[A-ZÀ-ÖØ-Þ][\w'’-]*")
# Share of the question's words that a quote and its title must hold.
_SHARED = 0.6
# Words between an event and its date.
_NEAR_WORDS = 6
# An approximate figure agrees with what is so near it.
_NEAR = 0.1


@dataclass(frozen=True, slots=True)
class Value:
    """What one quote says: as it stands, and the range in which another says the same."""

    stands: str
    low: float | str
    high: float | str


def disagreements(question: str, citations: Sequence[Citation]) -> tuple[Disagreement, ...]:
    """At most one disagreement: what is asked, and every value given, in the citations' order."""
    found = [
        (citation, value)
        for citation in citations
        if (value := _value(question, citation.exact)) and _is_about(question, citation)
    ]
    articles = {citation.article_id for citation, _ in found}
    if len(articles) < 2 or not _differ([value for _, value in found]):
        return ()
    positions = tuple(Position(value.stands, citation.n) for citation, value in found)
    return (Disagreement(question.strip().rstrip("?"), positions),)


def _value(question: str, quote: str) -> Value | None:
    """The one value of the asked kind in a quote; None when there is none or more than one."""
    counted = _HOW_MANY.search(question)
    if counted:
        wanted = {stem(word) for word in _WORD.findall(counted["unit"] or "people")}
        wanted = {word for word in wanted if word not in STOPWORDS}
        values = [
            _from_figure(each)
            for each in figures(quote)
            if wanted & set(each.unit) and not each.is_rate
        ]
    elif _WHEN.search(question):
        values = list(_dates(question, quote))
    else:
        return None
    return values[0] if len({(value.low, value.high) for value in values}) == 1 else None


def _dates(question: str, quote: str) -> Iterator[Value]:
    """Dates that stand right after what the question asks the date of: born on, opened in."""
    event = _WORD.findall(question)[-1]
    for date in dates_asked(quote):
        before = [stem(word) for word in _WORD.findall(quote[: date.start])][-_NEAR_WORDS:]
        if event.islower() and date.since and date.until and stem(event) in before:
            yield Value(quote[date.start : date.end], date.since, date.until)


def _from_figure(figure: Figure) -> Value:
    slack = _NEAR * figure.value if figure.is_hedged else 0.0
    return Value(figure.text, figure.value - slack, figure.value + slack)


def _differ(values: Sequence[Value]) -> bool:
    """Whether any two ranges lie apart."""
    return any(
        a.high < b.low  # type: ignore[operator]  # both are figures or both are dates
        for a in values
        for b in values
    )


def _is_about(question: str, citation: Citation) -> bool:
    """Whether a quote, read under its title, holds all names of the question and most words."""
    held = _stems(f"{citation.title or ''} {citation.exact}")
    names = _stems(" ".join(_NAME.findall(question)))
    content = {word for word in _stems(question) if word not in STOPWORDS and not word.isdigit()}
    return names <= held and len(content & held) >= _SHARED * len(content)


def _stems(text: str) -> set[str]:
    return {stem(plain_letters(word)) for word in _WORD.findall(text)}
