"""Sentences packed into passages of at most so many tokens: the units that are searched."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from index.long_sentences import LONGEST
from index.schema import Article, Passage, Span
from index.tokens import count_tokens

#: What ending inside a paragraph costs against missing the even share, as a part of the budget.
_INSIDE_PARAGRAPH = 0.25


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence with whatever headings stand above it; tokens count the white space before it."""

    start: int
    sentence: Span
    tokens: int
    stretch: int
    new_paragraph: bool


def passages(
    article: Article, spans: Sequence[Span], budget: int, skip: Sequence[Span] = ()
) -> list[Passage]:
    """Consecutive sentences up to `budget` tokens of cl100k_base, every one in exactly one passage.

    `spans` are in order and disjoint, and so are `skip`, which no passage touches. A stretch
    between two skip spans is shared out evenly, a passage ending at a paragraph's end where it can.
    A sentence longer than the budget stands alone. Headings go with the sentence below them, unless
    what stands between two sentences is longer than any of them.
    """
    units = _units(article.text, spans, skip)
    return [
        _passage(article, group)
        for _, stretch in groupby(units, lambda unit: unit.stretch)
        for group in _packed(list(stretch), budget)
    ]


def _units(text: str, spans: Sequence[Span], skip: Sequence[Span]) -> Iterator[_Unit]:
    before = passed = 0
    for span in spans:
        free = before
        while passed < len(skip) and skip[passed].start < span.start:
            free = max(free, skip[passed].end)
            passed += 1
        headings = len(text[free : span.start].lstrip())
        if headings > LONGEST:
            headings, free = 0, span.start
        yield _Unit(
            start=span.start - headings,
            sentence=span,
            tokens=count_tokens(text[free : span.end]),
            stretch=passed,
            new_paragraph="\n" in text[before : span.start],
        )
        before = span.end


def _packed(stretch: Sequence[_Unit], budget: int) -> Iterator[Sequence[_Unit]]:
    """Fill passages in order, aiming at even shares so that no small tail is left over."""
    rest = sum(unit.tokens for unit in stretch)
    first = 0
    while first < len(stretch):
        passages_left = max(1, -(-rest // budget))
        after = _after(stretch, first, budget, rest / passages_left)
        yield stretch[first:after]
        rest -= sum(unit.tokens for unit in stretch[first:after])
        first = after


def _after(units: Sequence[_Unit], first: int, budget: int, share: float) -> int:
    """Where the passage from `first` on ends: near the share, better at a paragraph's end."""
    best, least = first + 1, float("inf")
    total = 0
    for after in range(first + 1, len(units) + 1):
        total += units[after - 1].tokens
        if total > budget and after > first + 1:
            break
        ends = after == len(units) or units[after].new_paragraph
        cost = abs(total - share) + (0 if ends else _INSIDE_PARAGRAPH * budget)
        if cost <= least:
            best, least = after, cost
    return best


def _passage(article: Article, units: Sequence[_Unit]) -> Passage:
    start, end = units[0].start, units[-1].sentence.end
    return Passage(
        article_id=article.id,
        start=start,
        end=end,
        text=article.text[start:end],
        sentences=tuple(unit.sentence for unit in units),
    )
