"""Whole sentences of an article, by offset: what can be quoted.

Headings and the title are no sentences; they stay in the passages around them. A list of short
lines is cut into quotable groups of lines.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from index.blocks import Block, blocks
from index.breaks import pieces
from index.lines import apart
from index.long_sentences import cut_long
from index.quotation import quotations
from index.schema import Span

_LOWER_FIRST = re.compile(r"[\W_]*[a-z]+(?![\w])(?!\.)")
_NAME_ONLY = re.compile(r"[^\W\d_a-z][\w'’-]*(?:,?\s+[^\W\d_a-z][\w'’-]*){1,4}[.!?]")
_NO_WORD = re.compile(r"[\W_]*")
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
        yield from _groups(text, block.lines, skip)
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
        words = len(text[group[0].start : line.end].split())
        if words > _LIST_WORDS or apart(group[-1], line, skip):
            yield Span(group[0].start, group[-1].end)
            group = []
        group.append(line)
    yield Span(group[0].start, group[-1].end)


def _joined(paragraph: str) -> list[Span]:
    """Pieces of a paragraph with fragments given back to the sentence they belong to."""
    quoted = quotations(paragraph)
    whole: list[Span] = []
    for start, end in pieces(paragraph):
        words = paragraph[start:end]
        if whole and (
            _is_fragment(words) or _within_quotation(paragraph, whole[-1], Span(start, end), quoted)
        ):
            whole[-1] = Span(whole[-1].start, end)
        else:
            whole.append(Span(start, end))
    return whole


def _is_fragment(words: str) -> bool:
    whole = any(form.fullmatch(words) for form in (_NO_WORD, _NAME_ONLY))
    return whole or any(form.match(words) for form in (_LOWER_FIRST, _ENTITY_FIRST))


def _within_quotation(paragraph: str, before: Span, piece: Span, quoted: Sequence[Span]) -> bool:
    """Whether a quotation runs on from one into the other and both together can be quoted."""
    opened = bisect_left(quoted, before.end, key=lambda quote: quote.start) - 1
    runs_on = opened >= 0 and quoted[opened].end > piece.start
    return runs_on and len(paragraph[before.start : piece.end].split()) <= _QUOTE_WORDS
