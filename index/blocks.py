"""Paragraphs told apart by what they are: prose to quote from, headings, lists of short lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from index.lines import apart, continues, paragraphs
from index.long_sentences import LONGEST
from index.schema import Span
from index.title import title_span

_ENDS = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*$")
_DATELINE = re.compile(r"[^\Wa-z\d_][^\na-z]{1,40}\.?\s*[-–—]+$")
_MARKED = re.compile(r"#{1,6}\s")
_STATES = re.compile(r":\s+\S|[;,]$")
_TWO_SENTENCES = re.compile(r"[a-z]{2}[.!?]\s+[A-ZÀ-Þ]")
_SHORT_WORDS = 12
_MOST_HEADINGS = 2


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together. A heading is never quoted: it is no sentence of the article."""

    kind: Literal["prose", "heading", "list"]
    lines: tuple[Span, ...]


def blocks(text: str, skip: Sequence[Span]) -> Iterator[Block]:
    """Blocks in order of the text.

    A heading is the title, or one or two short unpunctuated lines before prose that state nothing
    ("Where to watch: Oslo" does). Longer runs of such lines, and those that no prose follows, are
    lists. A dateline on a line of its own counts as a heading, a line that boilerplate tore from
    the rest of its sentence does not.
    """
    title = title_span(text)
    found = [tuple(lines) for lines in paragraphs(text, skip)]
    runs = [
        (short, list(run))
        for short, run in groupby(found, lambda each: _is_short(text, each, title))
    ]
    for position, (short, run) in enumerate(runs):
        if short:
            below = runs[position + 1][1][0][0] if position + 1 < len(runs) else None
            broken = below and apart(run[-1][0], below, skip) and continues(text, below)
            yield from _short_lines(text, run, title, bool(below and not broken))
        else:
            yield from (Block("prose", lines) for lines in run)


def _is_short(text: str, lines: Sequence[Span], title: Span | None) -> bool:
    words = text[lines[0].start : lines[0].end]
    if len(lines) > 1 or len(words) > LONGEST:
        return False
    if lines[0] == title or _DATELINE.fullmatch(words) or _MARKED.match(words):
        return True
    return (
        len(words.split()) <= _SHORT_WORDS
        and not _ENDS.search(words)
        and not _TWO_SENTENCES.search(words)
    )


def _short_lines(
    text: str, run: Sequence[tuple[Span, ...]], title: Span | None, prose_below: bool
) -> Iterator[Block]:
    """Headings stand before prose; what is left of a run is a list."""
    opening = 1 if run[0][0] == title else 0
    rest = run[opening:]
    closing = _headings(text, rest) if prose_below else 0
    listed = rest[: len(rest) - closing]
    yield from (Block("heading", lines) for lines in run[:opening])
    if listed:
        yield Block("list", tuple(line for lines in listed for line in lines))
    yield from (Block("heading", lines) for lines in rest[len(listed) :])


def _headings(text: str, run: Sequence[tuple[Span, ...]]) -> int:
    """How many lines at the end of a run are headings of the prose below."""
    wanted = len(run) if len(run) <= _MOST_HEADINGS else 1
    for count in range(wanted):
        line = run[-1 - count][0]
        if _STATES.search(text[line.start : line.end]):
            return count
    return wanted
