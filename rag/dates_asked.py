"""Dates that a question names: "October 7, 2023", "7 Oct 2023", "in June 2019", "2023-10-18".

A date without a year is left alone: nothing says which one is meant.
"""

import re
from calendar import monthrange
from dataclasses import dataclass

from index.romanised import plain_letters

_MONTHS = "january february march april may june july august september october november december"
_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DAY = r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)[0-9]{2}"
_FORMS = tuple(
    re.compile(rf"(?<![\w-]){form}(?![\w-])", re.IGNORECASE)
    for form in (
        rf"(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>0[1-9]|[12][0-9]|3[01])(?:T[0-9:.+Z-]+)?)?",
        rf"(?P<m>{_MONTH})\.? (?P<d>{_DAY})(?:,? (?:of )?(?P<y>{_YEAR}))?",
        rf"(?P<d>{_DAY})(?: of)? (?P<m>{_MONTH})\.?,? (?P<y>{_YEAR})",
        rf"(?P<m>{_MONTH})\.?,? (?:of )?(?P<y>{_YEAR})",
        rf"(?<=in )(?P<y>{_YEAR})|(?<=during )(?P<y2>{_YEAR})|(?<=since )(?P<y3>{_YEAR})",
    )
)
_UNTIL = re.compile(r"\b(?:before|until|till|up to|prior to|by)\s+(?:the )?$", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:after|since|from|following)\s+(?:the )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateAsked:
    """The words `question[start:end]` and the first and last day they can mean, ISO 8601.

    None is an open end: "before" has no first day, "after" and "since" no last one.
    """

    start: int
    end: int
    since: str | None
    until: str | None


def dates_asked(question: str) -> tuple[DateAsked, ...]:
    """Every date with a year, in order; in "October 1 and October 7, 2023" both have it."""
    found: list[re.Match[str]] = []
    for form in _FORMS:
        for match in form.finditer(question):
            if all(match.end() <= m.start() or m.end() <= match.start() for m in found):
                found.append(match)
    found.sort(key=lambda match: match.start())
    dates = []
    for match in found:
        year = _year(match) or next((_year(m) for m in found if m.start() > match.end()), None)
        if year:
            dates.append(_date(question, match, year))
    return tuple(dates)


def _year(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    return groups["y"] or groups.get("y2") or groups.get("y3")


def _date(question: str, match: re.Match[str], year: str) -> DateAsked:
    groups = match.groupdict()
    month, day = _month(groups.get("m")), groups.get("d")
    if month is None:
        since, until = f"{year}-01-01", f"{year}-12-31"
    elif day is None:
        last = monthrange(int(year), month)[1]
        since, until = f"{year}-{month:02}-01", f"{year}-{month:02}-{last:02}"
    else:
        since = until = f"{year}-{month:02}-{int(re.sub('[^0-9]', '', day)):02}"
    before = question[: match.start()]
    if _UNTIL.search(before):
        return DateAsked(match.start(), match.end(), None, until)
    if _SINCE.search(before) and not before.rstrip().lower().endswith("from"):
        return DateAsked(match.start(), match.end(), since, None)
    return DateAsked(match.start(), match.end(), since, until)


def _month(name: str | None) -> int | None:
    if name is None:
        return None
    if name.isdigit():
        return int(name)
    return next(
        number
        for number, month in enumerate(_MONTHS.split(), 1)
        if month.startswith(plain_letters(name)[:3])
    )
