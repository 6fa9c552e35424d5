"""What a question says about where and when its answer was published.

These are preferences for the ranking, never filters: a question can be wrong about a date.
"""

from dataclasses import dataclass

from index.selection import Selection
from rag.dates_asked import DateAsked
from rag.mentions import Mentions

# A date belongs to a source named at most so many characters before it, or right after it.
_NEAR = 160


@dataclass(frozen=True, slots=True)
class Wanted:
    """One publication the question speaks of: any of `sources` (all, when empty), in a period.

    `since` and `until` are ISO 8601 days, inclusive; None is an open end.
    """

    sources: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None

    @property
    def selection(self) -> Selection:
        """Articles that are such a publication; one that shows no date may be of any."""
        return Selection(self.sources, self.since, self.until, undated=True)


@dataclass(frozen=True, slots=True)
class Constraints:
    """Every publication named, in the question's order; `sources` and dates over all of them."""

    wanted: tuple[Wanted, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """All sources named, each once."""
        return tuple(dict.fromkeys(name for wanted in self.wanted for name in wanted.sources))


def read_constraints(named: Mentions) -> Constraints:
    """The sources and dates that a question names; a date goes with its source."""
    mentions = named.sources
    dates = list(named.dates)
    wanted: list[Wanted] = []
    for place, mention in enumerate(mentions):
        later = mentions[place + 1].start if place + 1 < len(mentions) else len(named.text)
        own = [
            date for date in dates if mention.end <= date.start < min(later, mention.end + _NEAR)
        ]
        dates = [date for date in dates if date not in own]
        wanted.extend(_wanted(mention.sources, date) for date in own)
        if not own:
            wanted.append(Wanted(mention.sources))
    wanted.extend(_wanted((), date) for date in dates)
    return Constraints(tuple(dict.fromkeys(wanted)))


def _wanted(sources: tuple[str, ...], date: DateAsked) -> Wanted:
    return Wanted(sources, date.since, date.until)
