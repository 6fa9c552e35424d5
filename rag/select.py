"""Which sentences are the answer: the best one, and those that nearly equal it."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from index.schema import Span
from rag.answer_type import answer_type
from rag.asked import Asked
from rag.merits import merit, merits
from rag.read import Read
from rag.same_sentence import same_sentence
from rag.wording import wording

# A further sentence is quoted when its score is at most so far below the best one's. An article
# tells a figure, a date or a name once, where another article may have another; an explanation
# often stands in several sentences of one article. Chosen on ClapNQ, RAMDocs and the tuning half of
# the fixed set (docs/measurements.md, "How many quotes").
_FIGURE_BESIDE, _FIGURE_ELSEWHERE = 1.5, 2.5
_OTHER_BESIDE, _OTHER_ELSEWHERE = 4.4, 3.0


@dataclass(frozen=True, slots=True)
class Choice:
    """A sentence that may be quoted, its score, and equal sentences of other articles."""

    read: Read
    span: Span
    score: float
    copies: tuple[tuple[Read, Span], ...] = ()


def scored(asked: Asked, reads: Sequence[Read]) -> list[Choice]:
    """Every sentence that was read, in order."""
    return [
        Choice(read, span, merit(each))
        for read in reads
        for span, each in zip(read.passage.sentences, merits(asked, read), strict=True)
        if math.isfinite(each.sentence)
    ]


def best_first(
    sentences: Sequence[Choice], family: Callable[[str], int | None] = lambda article: None
) -> list[Choice]:
    """Best first, equal sentences of other articles folded into one.

    `family` gives the number of an article's near copies; their sentences fold a little sooner.
    """
    ordered = sorted(sentences, key=lambda each: (-each.score, each.read.passage.id, each.span))
    return _folded(ordered, family)


def quoted(asked: Asked, ranked: Sequence[Choice], most: int) -> list[Choice]:
    """The choices to show: at most `most`, none far below the first."""
    if not ranked:
        return []
    short = answer_type(asked.text) is not None
    best = ranked[0]
    shown = [best]
    for each in ranked[1:]:
        if each.score >= best.score - _margin(short, _article(each) == _article(best)):
            shown.append(each)
    return shown[:most]


def _margin(short: bool, beside: bool) -> float:
    if short:
        return _FIGURE_BESIDE if beside else _FIGURE_ELSEWHERE
    return _OTHER_BESIDE if beside else _OTHER_ELSEWHERE


def _article(choice: Choice) -> str:
    return choice.read.passage.article_id


def _folded(ranked: Sequence[Choice], family: Callable[[str], int | None]) -> list[Choice]:
    groups: dict[tuple[str, ...], list[Choice]] = {}
    of_family: dict[int, list[list[Choice]]] = {}
    families = {article: family(article) for article in map(_article, ranked)}
    for each in ranked:
        number, words = families[_article(each)], wording(_text(each))
        group = groups.get(words)
        if group is None and number is not None:
            group = _told_before(each, of_family.get(number, []))
        if group is None:
            group = groups[words] = []
        group.append(each)
        if number is not None and len(group) == 1:
            of_family.setdefault(number, []).append(group)
    return [
        Choice(
            first.read, first.span, first.score, tuple((each.read, each.span) for each in others)
        )
        for first, *others in groups.values()
    ]


def _told_before(choice: Choice, groups: Iterable[list[Choice]]) -> list[Choice] | None:
    """The group of a near copy's sentence that is the same but for a slip."""
    for group in groups:
        if _article(group[0]) != _article(choice) and same_sentence(_text(group[0]), _text(choice)):
            return group
    return None


def _text(choice: Choice) -> str:
    start, end = choice.span
    base = choice.read.passage.start
    return choice.read.passage.text[start - base : end - base]
