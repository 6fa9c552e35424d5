"""Whole sentences of an article, by offset: what can be quoted.

Headings and the title are no sentences; they stay in the passages around them. A list of short
lines is cut into quotable groups of lines.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from index.blocks import Block, blocks
from index.breaks import pieces
from index.lines import apart
from index.long_sentences import LONGEST, cut_long
from index.quotation import brackets, quotations
from index.schema import Span

_FIRST_WORD = re.compile(r"[\W_]*(?P<word>\w+)(?P<stop>\.?)")
_QUOTED = re.compile(r"[\"”»]|''")
_NAME_WORDS = range(2, 6)
#: What an HTML entity such as &#39; left behind where a page was cleaned badly.
_ENTITY_FIRST = re.compile(r"(?:3[49]|82(?:11|12|16|17|20|21));?\s+[A-Z]")
_QUOTE_WORDS = 60
_LIST_WORDS = 40


def sentences(text: str, skip: Sequence[Span]) -> list[Span]:
    """Trimmed sentences in order, disjoint, none touching a skip span.

    A sentence broken over lines is one. A quotation of several sentences stays with the words that
    say who speaks, up to 60 words. Fragments belong to what they follow: a piece that starts in
    lower case or with the rest of an HTML entity, a bare mark, and a bare name after a quotation
    ("..., the spokesman said. Russia, Maria Zajarova.").
    """
    found = list(blocks(text, skip))
    if all(block.kind == "heading" for block in found):
        found = [Block("list", block.lines) for block in found]
    return [span for block in found for span in _of_block(text, block, skip)]


def _of_block(text: str, block: Block, skip: Sequence[Span]) -> Iterator[Span]:
    if block.kind == "list":
        for group in _groups(text, block.lines, skip):
            yield from cut_long(text, group)
    elif block.kind == "prose":
        start, end = block.lines[0].start, block.lines[-1].end
        paragraph = text[start:end]
        for piece in _joined(paragraph):
            for part in cut_long(paragraph, piece):
                yield Span(start + part.start, start + part.end)


def _groups(text: str, lines: Sequence[Span], skip: Sequence[Span]) -> Iterator[Span]:
    """Short lines together, as many as a quote may have words, never across a skip span."""
    group = [lines[0]]
    for line in lines[1:]:
        joined = text[group[0].start : line.end]
        if (
            len(joined) > LONGEST
            or len(joined.split()) > _LIST_WORDS
            or apart(group[-1], line, skip)
        ):
            yield Span(group[0].start, group[-1].end)
            group = []
        group.append(line)
    yield Span(group[0].start, group[-1].end)


def _joined(paragraph: str) -> list[Span]:
    """Pieces of a paragraph with fragments given back to the sentence they belong to."""
    enclosures = quotations(paragraph), brackets(paragraph)
    whole: list[Span] = []
    for piece in pieces(paragraph):
        if whole and _belongs(paragraph, whole[-1], piece, enclosures):
            whole[-1] = Span(whole[-1].start, piece.end)
        else:
            whole.append(piece)
    return whole


def _belongs(
    paragraph: str, before: Span, piece: Span, enclosures: Iterable[Sequence[Span]]
) -> bool:
    """Whether a piece is no sentence of its own but goes on with the one before it."""
    words = paragraph[piece.start : piece.end]
    if _is_fragment(words):
        return True
    # What is too long to be quoted is not gone through again for each piece after it.
    if piece.end - before.start > LONGEST:
        return False
    return _within_one(paragraph, before, piece, enclosures) or (
        _is_name(words) and _QUOTED.search(paragraph, before.start, piece.start) is not None
    )


def _is_fragment(words: str) -> bool:
    first = _FIRST_WORD.match(words)
    if first is None or _ENTITY_FIRST.match(words):
        return True
    return first["word"].islower() and first["word"].isalpha() and not first["stop"]


def _is_name(words: str) -> bool:
    names = words.split()
    return len(names) in _NAME_WORDS and all(name[0].isupper() for name in names)


def _within_one(
    paragraph: str, before: Span, piece: Span, enclosures: Iterable[Sequence[Span]]
) -> bool:
    """Whether a quotation or bracket runs on from one into the other and both can be one quote."""
    if len(paragraph[before.start : piece.end].split()) > _QUOTE_WORDS:
        return False
    for enclosed in enclosures:
        opened = bisect_left(enclosed, before.end, key=lambda each: each.start) - 1
        if opened >= 0 and enclosed[opened].end > piece.start:
            return True
    return False
