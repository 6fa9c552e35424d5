"""Paragraphs told apart by what they are: prose to quote from, headings, lists of short lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from index.lines import paragraphs
from index.schema import Span
from index.title import title_span

_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
_DATELINE = re.compile(r"[^\Wa-z\d_][^\na-z]{1,40}\.?\s*[-–—]+$")
_SHORT_WORDS = 12
_MOST_HEADINGS = 2


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together. A heading is never quoted: it is no sentence of the article."""

    kind: Literal["prose", "heading", "list"]
    lines: tuple[Span, ...]


def blocks(text: str, skip: Sequence[Span]) -> Iterator[Block]:
    """Blocks in order of the text.

    A heading is the title, or one or two short unpunctuated lines before prose. Longer runs of
    such lines, and those that no prose follows, are lists.
    """
    title = title_span(text)
    found = [tuple(lines) for lines in paragraphs(text, skip)]
    runs = [(short, list(run)) for short, run in groupby(found, lambda each: _is_short(text, each))]
    for position, (short, run) in enumerate(runs):
        if not short:
            yield from (Block("prose", lines) for lines in run)
            continue
        last = position + 1 == len(runs)
        yield from _short_lines(run, last, title if position == 0 else None)


def _is_short(text: str, lines: Sequence[Span]) -> bool:
    words = text[lines[0].start : lines[-1].end]
    if len(lines) > 1:
        return False
    if lines[0] == title_span(text):
        return True
    return (len(words.split()) <= _SHORT_WORDS and not _ENDS.search(words)) or _DATELINE.fullmatch(
        words
    ) is not None


def _short_lines(
    run: Sequence[tuple[Span, ...]], last: bool, title: Span | None
) -> Iterator[Block]:
    """Headings stand before prose; what is left of a run is a list."""
    opening = 1 if title is not None and title in run[0] else 0
    rest = run[opening:]
    closing = 0 if last else len(rest) if len(rest) <= _MOST_HEADINGS else 1
    for lines in run[:opening]:
        yield Block("heading", lines)
    listed = rest[: len(rest) - closing]
    if listed:
        yield Block("list", tuple(line for lines in listed for line in lines))
    for lines in rest[len(rest) - closing :]:
        yield Block("heading", lines)
