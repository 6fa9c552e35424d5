"""Title, source, date and address of an article, where its text plainly shows them."""

import re
from dataclasses import dataclass

from index.dates import DATE, DATE_DAY_FIRST, iso_date
from index.front_matter import front_matter
from index.title import title_span

_NAME = r"(?P<name>[^\W\d_][^\n.–—|(:;]{1,60}?)"
_SOURCES = (
    re.compile(
        r"\b(?:article|post|story|piece|text|report|version|this)\b[^\n.]{0,40}?"
        r"\b(?:originally|first)\s+(?:posted|published|appeared|ran)\s+(?:on|in|at|by)\s+(?:the\s+)?"
        rf"{_NAME}\s*(?:[.–—|(;]|\s-\s|\son\s|\sunder\s|$)",
        re.IGNORECASE | re.MULTILINE,
    ),
    re.compile(rf"^(?:News )?Source:[ \t]+{_NAME}[ \t]*\.?$", re.MULTILINE),
    re.compile(
        r"\A[ \t]*[A-Z][^\n()a-z]{1,40}(?:,[^\n()]{1,30})?\((?P<name>[A-Z][\w ]{1,25})\)"
        r"\s*[-–—]",
        re.MULTILINE,
    ),
)
_LABEL = r"(?:(?:first\s+)?(?:published|posted|publication\s+date|date)\s*(?:on|at)?\s*:?\s*)"
_URL = re.compile(r"^(?:URL|Link|Original|Source):?[ \t]+(?P<url>https?://\S+)$", re.M | re.I)
_HEAD_LINES = 6


@dataclass(frozen=True, slots=True)
class Description:
    """What the text shows of itself; what it does not show is None."""

    title: str | None = None
    source: str | None = None
    published: str | None = None
    url: str | None = None


def describe(text: str) -> Description:
    """Read the front matter first, then the title line, the dateline and an "originally" line.

    A date in prose is no publication date and a photo credit is no source: neither is taken.
    """
    block = front_matter(text)
    values = block[1] if block else {}
    body = text[block[0].end :] if block else text
    title = title_span(text)
    return Description(
        title=values.get("title") or (text[title.start : title.end] if title else None),
        source=values.get("source") or values.get("publisher") or _source(body),
        published=iso_date(values.get("date", "") or values.get("published", ""))
        or _published(body),
        url=values.get("url") or values.get("link") or _url(body),
    )


def _source(body: str) -> str | None:
    for form in _SOURCES:
        names = {found["name"].strip() for found in form.finditer(body)}
        names = {name for name in names if name[0].isupper() and len(name.split()) <= 6}
        if len(names) == 1:
            return names.pop()
    return None


def _url(body: str) -> str | None:
    found = _URL.search(body)
    return found["url"] if found else None


def _published(body: str) -> str | None:
    """A date alone on one of the first lines, after "Published", or opening one as a dateline."""
    head = [line.strip() for line in body.splitlines() if line.strip()][:_HEAD_LINES]
    for line in head:
        for form in _DATE_LINES:
            found = form.match(line)
            shown = iso_date(found["date"]) if found else None
            if shown:
                return shown
    return None


_DATE_LINES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for written in (
        rf"(?P<date>{DATE})",
        rf"(?P<date>{DATE_DAY_FIRST})",
        r"(?P<date>\d{4}-\d\d-\d\d)",
    )
    for pattern in (
        rf"{_LABEL}?{written}(?:[T,\s|]+\d\d?[:.]\d\d.{{0,20}})?\.?$",
        rf"(?:[A-Z][^\n.()]{{1,40}},\s*)?{written}\s*(?:\([^()]{{2,30}}\)\s*)?[-–—]",
        rf"{_LABEL}{written}\b",
    )
)
