"""The publications and dates that a question names, found once for all who need them."""

from dataclasses import dataclass, replace
from typing import TypeVar

from rag.dates_asked import DateAsked, dates_asked
from rag.sources_asked import SourceAsked, SourceNames

_Place = TypeVar("_Place", SourceAsked, DateAsked)


@dataclass(frozen=True, slots=True)
class Mentions:
    """`text` with the places in it where sources and dates are named, in order."""

    text: str
    sources: tuple[SourceAsked, ...]
    dates: tuple[DateAsked, ...]

    def within(self, start: int, end: int) -> "Mentions":
        """Those that stand whole in `text[start:end]`, counted from its start."""
        return Mentions(
            self.text[start:end],
            _inside(self.sources, start, end),
            _inside(self.dates, start, end),
        )


def find_mentions(text: str, names: SourceNames) -> Mentions:
    """Every source and date that `text` names."""
    return Mentions(text, names.find(text), dates_asked(text))


def _inside(found: tuple[_Place, ...], start: int, end: int) -> tuple[_Place, ...]:
    return tuple(
        replace(each, start=each.start - start, end=each.end - start)
        for each in found
        if start <= each.start and each.end <= end
    )
