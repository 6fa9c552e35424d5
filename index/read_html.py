"""A web page: the article on it by trafilatura, what describes it by its own metadata."""

import re
from contextlib import suppress
from itertools import groupby
from urllib.parse import urlsplit

from lxml import etree

from index.dates import iso_date
from index.decode import decode_marked
from index.extracted import Extracted, UnreadableError, clean, one_line, paragraph

_SEPARATED = re.compile(r"\s+(?:[-–—|·•»]|::)\s+")
_ITEM = re.compile(r"- |\|")
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I
)
_HEAD = 4096


def read_html(raw: bytes) -> Extracted:
    """The article without navigation, comments and advertisements, paragraphs a blank line apart.

    A date is taken only where the page states it (meta elements, JSON-LD, `<time>`), none from
    prose. A source's name at the end of the title is left out of it.

    Raises:
        UnreadableError: there is no text on the page, or its encoding is not certain.
    """
    return html_article(decode_marked(raw, _declared(raw)))


def html_article(page: str) -> Extracted:
    """The same for a page that is decoded already.

    Raises:
        UnreadableError: there is no text on the page.
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    _demand_shallow(page)
    found = bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    text = _paragraphs(found.text or "") if isinstance(found, Document) else ""
    if not isinstance(found, Document) or not text:
        raise UnreadableError("there is no text on the page")
    source = one_line(found.sitename)
    return Extracted(
        text=text,
        title=_title(one_line(found.title), source),
        source=source,
        url=_address(found.url),
        published=iso_date(found.date) if found.date else None,
        author=_authors(found.author),
    )


def _demand_shallow(page: str) -> None:
    """Refuse a page that the parser gives up in the middle, so that only its menu is left.

    Raises:
        UnreadableError: its elements are nested deeper than 256.
    """
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    with suppress(etree.XMLSyntaxError):  # nothing on the page: told by who reads it
        etree.fromstring(page.encode("utf-8", "replace"), parser)
    if any(each.type_name == "ERR_RESOURCE_LIMIT" for each in parser.error_log):
        raise UnreadableError("its parts are nested too deep")


def _declared(raw: bytes) -> str | None:
    """The encoding that the page says it is in, as browsers look for it: near its beginning."""
    found = _CHARSET.search(raw[:_HEAD])
    return found[1].decode("ascii") if found else None


def _paragraphs(text: str) -> str:
    """Trafilatura sets a paragraph on each line; items of a list and rows of a table stay close."""
    lines = [line for line in map(paragraph, clean(text).split("\n")) if line]
    blocks = [
        "\n".join(run) if close else "\n\n".join(run)
        for close, run in groupby(lines, lambda line: _ITEM.match(line) is not None)
    ]
    return "\n\n".join(blocks)


def _title(title: str | None, source: str | None) -> str | None:
    if title and source:
        *before, last = _SEPARATED.split(title)
        if before and last.casefold() == source.casefold():
            return title[: title.rindex(last)].rstrip(" -–—|·•»:") or title
    return title


def _authors(names: str | None) -> str | None:
    """Trafilatura sets a semicolon between several; what is an address is no name."""
    listed = (one_line(name) for name in (names or "").split(";"))
    return ", ".join(name for name in listed if name and "://" not in name) or None


def _address(url: str | None) -> str | None:
    return url if url and urlsplit(url).scheme in ("http", "https") else None
