"""Sentences packed into passages of at most so many tokens: the units that are searched."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.schema import Article, Passage, Span
from index.tokens import count_each


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence with the heading above it, its tokens, and what lies between it and the last."""

    span: Span
    sentence: Span
    tokens: int
    new_paragraph: bool
    after_gap: bool


def passages(
    article: Article, spans: Sequence[Span], budget: int, skip: Sequence[Span] = ()
) -> list[Passage]:
    """Consecutive sentences up to `budget` tokens of cl100k_base, every one in exactly one passage.

    No passage touches a skip span. Of the passages that a stretch needs, each takes about the same
    share and ends at a paragraph's end where it can. A longer sentence stands alone. Headings and
    anything else between sentences goes with the sentence below.
    """
    units = _units(article.text, spans, skip)
    return [
        _passage(article, group)
        for stretch in _stretches(units)
        for group in _packed(stretch, budget)
    ]


def _units(text: str, spans: Sequence[Span], skip: Sequence[Span]) -> list[_Unit]:
    found: list[tuple[Span, Span, bool, bool]] = []
    before = 0
    gaps = list(skip)
    for span in spans:
        barrier = before
        while gaps and gaps[0].start < span.start:
            barrier = gaps.pop(0).end
        between = text[barrier : span.start]
        start = barrier + len(between) - len(between.lstrip())
        after_gap = bool(found) and barrier > before
        found.append((Span(start, span.end), span, "\n" in text[before : span.start], after_gap))
        before = span.end
    tokens = count_each([text[unit.start : unit.end] for unit, *_ in found])
    return [
        _Unit(unit, sentence, count, fresh, gap)
        for (unit, sentence, fresh, gap), count in zip(found, tokens, strict=True)
    ]


def _stretches(units: Sequence[_Unit]) -> Iterator[list[_Unit]]:
    stretch: list[_Unit] = []
    for unit in units:
        if unit.after_gap and stretch:
            yield stretch
            stretch = []
        stretch.append(unit)
    if stretch:
        yield stretch


def _packed(stretch: Sequence[_Unit], budget: int) -> Iterator[list[_Unit]]:
    """Fill passages in order, aiming at even shares so that no small tail is left over."""
    rest = sum(unit.tokens for unit in stretch)
    position = 0
    while position < len(stretch):
        share = rest / -(-rest // budget) if rest else 1
        size = _take(stretch[position:], budget, share)
        group = list(stretch[position : position + size])
        yield group
        rest -= sum(unit.tokens for unit in group)
        position += size


def _take(units: Sequence[_Unit], budget: int, share: float) -> int:
    """How many units the next passage takes: near the share, better at a paragraph's end."""
    best, best_cost = 1, float("inf")
    total = 0
    for size, unit in enumerate(units, start=1):
        total += unit.tokens
        if total > budget and size > 1:
            break
        ends = size == len(units) or units[size].new_paragraph
        cost = abs(total - share) + (0 if ends else _MIDDLE * budget)
        if cost <= best_cost:
            best, best_cost = size, cost
    return best


_MIDDLE = 0.25


def _passage(article: Article, group: Sequence[_Unit]) -> Passage:
    start, end = group[0].span.start, group[-1].span.end
    return Passage(
        article_id=article.id,
        start=start,
        end=end,
        text=article.text[start:end],
        sentences=tuple(unit.sentence for unit in group),
    )
