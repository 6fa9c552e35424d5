"""Dates: each day, month and weekday of a statement stands in the quotes, in that combination."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = "january february march april may june july august september october november december"
_NUMBER = {name[:3]: n for n, name in enumerate(_MONTHS.split(), 1)}
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})"
_FORMS = tuple(
    re.compile(rf"(?<![\w-]){form}(?![\w-])")
    for form in (
        rf"{_YEAR}-(?P<number>[01][0-9])(?:-{_DAY})?",
        rf"{_MONTH} {_DAY}(?![,.]?[0-9%])(?:,? {_YEAR})?",
        rf"(?:the )?{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?",
        rf"{_MONTH},? (?:of )?{_YEAR}",
        rf"{_MONTH}",
    )
)
_WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


@dataclass(frozen=True, slots=True)
class Date:
    """A date as it stands; parts that it leaves open are None."""

    raw: str
    year: int | None
    month: int
    day: int | None

    def within(self, other: "Date") -> bool:
        """Whether all that this one says, the other says."""
        return (
            self.month == other.month
            and self.day in (None, other.day)
            and self.year in (None, other.year)
        )


def dates(text: str) -> Iterator[Date]:
    """Every date that names a month; May and March only where they are no verb."""
    taken: list[tuple[int, int]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            groups = match.groupdict()
            bare = groups.get("year") is None and groups.get("day") is None
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            if bare and match.start() == 0 and groups["month"] in ("May", "March"):
                continue
            taken.append(match.span())
            month = groups.get("month")
            number = _NUMBER[month[:3].lower()] if month else int(groups["number"])
            yield Date(match.group(), _int(groups.get("year")), number, _int(groups.get("day")))


def date_fault(statement: str, quotes: str) -> str | None:
    """What is wrong with the statement's dates, or None."""
    there = list(dates(quotes))
    for date in dates(statement):
        if not any(date.within(other) for other in there):
            return f"the date {date.raw} does not stand in the quotes it names"
    days = set(_WEEKDAY.findall(quotes))
    for match in _WEEKDAY.finditer(statement):
        if match[1] not in days:
            return f"the day {match.group()} does not stand in the quotes it names"
    return None


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None
