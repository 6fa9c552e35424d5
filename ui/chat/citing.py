"""A quote with its citation, as text to paste elsewhere."""

import json
import re
from typing import Protocol

from ui.chat.dates import long_date
from ui.chat.source_line import Provenance


class Quoted(Provenance, Protocol):
    """A citation, or a place that was looked up."""

    @property
    def id(self) -> str:
        """The citation's id."""

    @property
    def url(self) -> str | None:
        """Where the article was published."""

    @property
    def start(self) -> int:
        """Code points before the quote."""

    @property
    def end(self) -> int:
        """Code points up to the end of the quote."""

    @property
    def exact(self) -> str:
        """The words."""


def cited_as(form: str, of: Quoted) -> str | None:
    """The quote in one of the forms `plain`, `markdown`, `bibtex`, `csl`; None for another."""
    forms = {"plain": plain, "markdown": markdown, "bibtex": bibtex, "csl": csl}
    return forms[form](of) if form in forms else None


def plain(of: Quoted) -> str:
    """“Words” (Source, “Title”, 25 June 2019; characters 10-20 of file.txt; id)."""
    return f"“{of.exact}” ({_credit(of)}; {_place(of)})"


def markdown(of: Quoted) -> str:
    """A block quote with its source beneath."""
    quote = "\n".join(f"> {markdown_line(line)}" for line in of.exact.split("\n"))
    credit = markdown_line(f"{_credit(of)}; {_place(of)}")
    return f"{quote}\n>\n> — {credit}" + (f" <{of.url}>" if _web(of.url) else "")


def bibtex(of: Quoted) -> str:
    """A @misc entry whose note holds the quote and its place."""
    fields = {
        "title": of.title or of.article_id,
        "howpublished": of.source,
        "year": (of.published or "")[:4],
        "month": (of.published or "")[5:7],
        "url": of.url,
        "note": f"“{of.exact}”, {_place(of)}",
    }
    key = "pincite" + re.sub(r"[^0-9a-f]", "", of.id)[:10]
    lines = [f"  {name} = {{{_tex(value)}}}" for name, value in fields.items() if value]
    if of.author:  # in two pairs of braces BibTeX takes it as it is, not for "Last, First"
        lines.insert(0, f"  author = {{{{{_tex(of.author)}}}}}")
    return f"@misc{{{key},\n" + ",\n".join(lines) + "\n}"


def csl(of: Quoted) -> str:
    """CSL-JSON, one item."""
    numbers = [int(part) for part in re.findall(r"[0-9]+", (of.published or "")[:10])]
    item = {
        "id": of.id,
        "type": "article-newspaper",
        "author": [{"literal": of.author}] if of.author else None,
        "title": of.title or of.article_id,
        "container-title": of.source,
        "issued": {"date-parts": [numbers]} if numbers else None,
        "URL": of.url,
        "note": f"“{of.exact}”, {_place(of)}",
    }
    kept = {name: value for name, value in item.items() if value}
    return json.dumps([kept], ensure_ascii=False, indent=2)


def _credit(of: Quoted) -> str:
    title = f"“{of.title}”" if of.title else None
    day = long_date(of.published, "en") if of.published else "no date"
    return ", ".join(part for part in dict.fromkeys((of.author, of.source, title, day)) if part)


def _place(of: Quoted) -> str:
    return f"characters {of.start}-{of.end} of {of.article_id}; {of.id}"


def _web(url: str | None) -> bool:
    return url is not None and re.fullmatch(r"https?://[^\s<>]+", url) is not None


def markdown_line(text: str) -> str:
    """One line of text that Markdown shows as it is."""
    return re.sub(r"([\\`*_{}\[\]<>()#+!|~$&])", r"\\\1", text)


_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: "\\" + mark for mark in "&%$#_{}"},
}


def _tex(text: str) -> str:
    return "".join(_TEX.get(mark, mark) for mark in text)
