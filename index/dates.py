"""Dates as they are written, made ISO 8601 where there is only one way to read them."""

import re
from datetime import date

from index.romanised import plain_letters

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"

#: A full date in words, in either order: "June 3, 2019", "Mon, 3 June 2019".
DATE = rf"{_WEEKDAY}(?:{_MONTH}\s+{_DAY},?\s+{_YEAR})"
DATE_DAY_FIRST = rf"{_WEEKDAY}(?:{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR})"
_ISO = r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|/(?P<month2>\d\d)/(?P<day2>\d\d))"
_TIME = r"(?:[T,\s]+(?:at\s+)?\d{1,2}[:.]\d\d.*)?"
_FORMS = tuple(
    re.compile(rf"{form}{_TIME}", re.IGNORECASE | re.DOTALL)
    for form in (_ISO, DATE, DATE_DAY_FIRST, rf"{_MONTH},?\s+{_YEAR}")
)


def iso_date(written: str) -> str | None:
    """YYYY-MM-DD (YYYY-MM where no day is shown) of a date that stands alone, with or without time.

    The day is the one written; no time zone is applied. 03/06/2019, which has two readings, a bare
    year and anything that is no date give None.
    """
    for form in _FORMS:
        found = form.fullmatch(written.strip())
        if found:
            return _iso(**found.groupdict())
    return None


def _iso(
    year: str,
    month: str | None = None,
    day: str | None = None,
    month2: str | None = None,
    day2: str | None = None,
) -> str | None:
    month, day = month or month2, day or day2
    if month is None:
        return None
    # IGNORECASE takes the long s of old prints for an s, and lower() does not.
    number = int(month) if month.isdigit() else _MONTHS.index(plain_letters(month[:3])) + 1
    try:
        shown = date(int(year), number, int(day or 1)).isoformat()
    except ValueError:
        return None
    return shown if day else shown[:7]
