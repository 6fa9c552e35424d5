"""The title of an article, where its first line plainly is one."""

import re

from index.dates import iso_date
from index.front_matter import front_matter
from index.schema import Span

_MARKDOWN = re.compile(r"#[ \t]+(?P<title>[^\n]*[^\s#])[ \t#]*(?:\n|\Z)")
_ALONE = re.compile(r"(?:\n[=-]{3,}[ \t]*)?\n[ \t]*\n\s*\S")
_ENDS_SENTENCE = re.compile(r"[.!;:,…][\"'”’)\]]*$")
_TWO_SENTENCES = re.compile(r"[a-z]{2}\.\s+[A-ZÀ-Þ]")
_LABELLED = re.compile(
    r"[\[{<(]|https?:|(?:by|published|posted|updated|source|date|subscribe)\b", re.I
)
_MOST_WORDS = 24


def title_span(text: str) -> Span | None:
    """The first line, if it is short, stands alone and does not end like a sentence; else None.

    A Markdown heading of the first level counts as it is, without its mark.
    """
    block = front_matter(text)
    start = block[0].end if block else 0
    start += len(text[start:]) - len(text[start:].lstrip())
    marked = _MARKDOWN.match(text, start)
    if marked:
        return Span(*marked.span("title"))
    end = text.find("\n", start)
    line = text[start:end].rstrip()
    if end > start and _ALONE.match(text, end) and _is_title(line):
        return Span(start, start + len(line))
    return None


def _is_title(line: str) -> bool:
    words = line.split()
    return (
        len(words) <= _MOST_WORDS
        and any(letter.isalpha() for letter in line)
        and not line[0].islower()
        and not _ENDS_SENTENCE.search(line)
        and not _TWO_SENTENCES.search(line)
        and not _LABELLED.match(line)
        and iso_date(line) is None
    )
