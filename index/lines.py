"""The lines of a text, and which of them belong together: paragraphs broken over lines are whole.

Canonical text often has a line break, even a blank line, in the middle of a sentence: hard-wrapped
files, and pages whose links were set on lines of their own.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from index.schema import Span

_LINE = re.compile(r"[^\s][^\n]*")
_ENDS = re.compile(r"[.!?:;…。！？؟।][\"'”’»)\]\-–—]*$")
_CONTINUES = re.compile(
    r"(?:[\"'“”‘’«»]\s+)?[a-zß-öø-ÿа-яё]+(?![A-ZÀ-ÖØ-ÞА-ЯЁ])(?:\W|$)|[,.;:)!?…]+(?:\s|$)|[”’»][,.\s]"
)
_PUNCTUATION_FIRST = re.compile(r"[,.;:)!?…]+\s")
_LIST_MARK = re.compile(r"(?:[-*•·▪‣–]|\(?\d{1,3}[.)]|[a-z][.)])\s")
_INSERT_WORDS = 5
_WRAP_AT = range(50, 121)


def lines(text: str, skip: Sequence[Span] = ()) -> list[Span]:
    """Lines that hold a letter or digit, trimmed; those that touch a skip span are left out."""
    found: list[Span] = []
    gaps = iter([*skip, Span(len(text) + 1, len(text) + 1)])
    gap = next(gaps)
    for match in _LINE.finditer(text):
        start, end = match.start(), match.start() + len(match[0].rstrip())
        while gap.end <= start:
            gap = next(gaps)
        if gap.start >= end and any(letter.isalnum() for letter in match[0]):
            found.append(Span(start, end))
    return found


def paragraphs(text: str, skip: Sequence[Span] = ()) -> Iterator[list[Span]]:
    """Lines in groups that read on without a break, each group one paragraph."""
    found = lines(text, skip)
    width = _width(found)
    group: list[Span] = []
    for line, after in zip_longest(found, found[1:]):
        if group and (
            apart(group[-1], line, skip) or not _reads_on(text, group[-1], line, after, width)
        ):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def apart(before: Span, line: Span, skip: Sequence[Span]) -> bool:
    """Whether a skip span lies between two lines."""
    following = bisect_left(skip, before.end, key=lambda gap: gap.start)
    return following < len(skip) and skip[following].start < line.start


def continues(text: str, line: Span) -> bool:
    """Whether the line begins in the middle of a sentence: in lower case or with a comma."""
    return _CONTINUES.match(text, line.start, line.end) is not None


def _reads_on(text: str, before: Span, line: Span, after: Span | None, width: int | None) -> bool:
    """Whether `line` continues the sentence that `before` leaves open."""
    words = text[line.start : line.end]
    if _PUNCTUATION_FIRST.match(words):
        return True
    if _ENDS.search(text[before.start : before.end]):
        return False
    if _LIST_MARK.match(words):
        return False
    if continues(text, line) or _is_insert(text, line, after):
        return True
    return width is not None and _wrapped(text, before, line, width)


def _is_insert(text: str, line: Span, after: Span | None) -> bool:
    """A few words on a line of their own (once a link) whose sentence goes on in the next line."""
    words = text[line.start : line.end]
    return (
        after is not None
        and len(words.split()) <= _INSERT_WORDS
        and not _ENDS.search(words)
        and continues(text, after)
    )


def _width(found: Sequence[Span]) -> int | None:
    """The column at which the text is hard-wrapped, or None if it is not."""
    lengths = sorted(line.end - line.start for line in found)
    if len(lengths) < 4 or lengths[-1] not in _WRAP_AT:
        return None
    near = sum(length > 0.8 * lengths[-1] for length in lengths)
    return lengths[-1] if near > len(lengths) / 2 else None


def _wrapped(text: str, before: Span, line: Span, width: int) -> bool:
    """Whether the next word would not have fitted: the line was broken because it was full."""
    if "\n" in text[before.end : line.start].replace("\n", "", 1):
        return False
    first = text[line.start : line.end].split(maxsplit=1)[0]
    return before.end - before.start + 1 + len(first) > width
