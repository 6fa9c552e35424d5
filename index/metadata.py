"""Title, author, source, date and address of an article, where its text plainly shows them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from index.dates import DATE, DATE_DAY_FIRST, iso_date
from index.front_matter import front_matter
from index.title import title_span

_NAME = r"(?P<name>[A-ZÀ-ÞА-Я][^\n.–—|(:;]{1,60}?)"
_THIS = r"this\s+(?:article|post|story|piece|report|column|essay|interview|op-ed)"
#: "This post was originally posted on PanAm Post – ...", on any line.
_FIRST_SHOWN = re.compile(
    rf"^[ \t]*(?i:(?:a\s+version\s+of\s+)?{_THIS}\s+(?:was\s+|has\s+been\s+)?)?"
    r"(?i:originally|first)\s+(?i:posted|published|appeared|ran)\s+(?:on|in|at|by)\s+(?:the\s+)?"
    rf"{_NAME}[ \t]*(?:[.–—|(;]|\s-\s|\son\s|\sunder\s|$)",
    re.MULTILINE,
)
_SOURCE_LINE = re.compile(rf"(?:News )?Source:\s+{_NAME}\.?$")
_AGENCY_LINE = re.compile(
    r"[A-Z][^()a-z]{1,40}(?:,[^()]{1,30})?\((?P<name>[A-Z][\w ]{1,25})\)\s*[-–—]"
)
_URL_LINE = re.compile(r"(?:URL|Link|Original|Source):?\s+(?P<url>https?://\S+)$", re.IGNORECASE)

_PLACE = r"(?!(?:on|in|at|by|since|after|until|from)\b)[A-Z][^.()]{1,40},\s*"
_LABEL = r"(?:first\s+)?(?:published|posted|publication\s+date|date)\s*(?:on|at)?\s*:?\s*"
_TIME = r"(?:[T,\s|]+\d\d?[:.]\d\d.{0,20})?"
_DATE_LINES = tuple(
    re.compile(form, re.IGNORECASE)
    for date in (DATE, DATE_DAY_FIRST, r"\d{4}-\d\d-\d\d")
    for form in (
        rf"(?:{_LABEL})?(?P<date>{date}){_TIME}\.?$",
        rf"(?:{_PLACE})?(?P<date>{date})\s*(?:\([^()]{{2,30}}\)\s*)?[-–—]",
        rf"{_LABEL}(?P<date>{date})\b[^.]{{0,60}}$",
    )
)
_LINE = re.compile(r"[^\s][^\n]*")
_HEAD_LINES = 6
_SOURCE_WORDS = 6


@dataclass(frozen=True, slots=True)
class Description:
    """What the text shows of itself; what it does not show is None."""

    title: str | None = None
    source: str | None = None
    published: str | None = None
    url: str | None = None
    author: str | None = None


def describe(text: str) -> Description:
    """Read the front matter, the title line, the lines at the head, and "originally posted on".

    A date in prose is no publication date, a photo's credit is no source: neither is taken.
    """
    block = front_matter(text)
    values = block[1] if block else {}
    body = text[block[0].end :] if block else text
    # Runs of spaces become one: the forms of a date would go over a long run again and again.
    lines = (" ".join(found[0].split()) for found in _LINE.finditer(body))
    head = list(islice(lines, _HEAD_LINES))
    title = title_span(text)
    return Description(
        title=values.get("title") or (text[title.start : title.end] if title else None),
        source=values.get("source") or values.get("publisher") or _source(body, head),
        published=_first(iso_date, [values.get("date", ""), values.get("published", "")])
        or _first(_published, head),
        url=values.get("url") or values.get("link") or _first(_url, head),
        author=_authors(values.get("author") or values.get("authors") or ""),
    )


def _first(read: Callable[[str], str | None], lines: Iterable[str]) -> str | None:
    return next((found for found in map(read, lines) if found), None)


def _source(body: str, head: Iterable[str]) -> str | None:
    """One name that is stated; two different ones state nothing."""
    stated = [found["name"] for found in _FIRST_SHOWN.finditer(body)]
    for form in (_SOURCE_LINE, _AGENCY_LINE):
        stated += [found["name"] for found in map(form.match, head) if found]
    names = {name.strip() for name in stated if len(name.split()) <= _SOURCE_WORDS}
    return names.pop() if len(names) == 1 else None


def _authors(written: str) -> str | None:
    """A name, or several in YAML's brackets: [Ann Lee, "Bo Ray"]."""
    listed = written[1:-1].split(",") if written[:1] + written[-1:] == "[]" else [written]
    return ", ".join(filter(None, (name.strip(" \t\"'") for name in listed))) or None


def _url(line: str) -> str | None:
    found = _URL_LINE.match(line)
    return found["url"] if found else None


def _published(line: str) -> str | None:
    """A date alone on its line, after "Published", or opening the line as a dateline."""
    found = (form.match(line) for form in _DATE_LINES)
    return _first(iso_date, [match["date"] for match in found if match])
