"""What stands in an article's text and is not the article: seen line by line, never removed.

Precision comes first: a sentence of the article that is lost is worse than a line that is kept.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from index.boilerplate_lines import is_caption, is_furniture
from index.front_matter import front_matter
from index.schema import Span

_RELATED = re.compile(
    r"(?:related|recommended|popular|recent|most read|read more|see also|you may (?:also )?like|"
    r"more (?:from|on|in|stories)\b.{0,30})"
    r"\s*(?:posts?|articles?|stories|news|topics?|content|pages|reading)?:?",
    re.IGNORECASE,
)
_ABOUT_AUTHOR = re.compile(r"about the authors?:?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!][\"'”’)]*$")
_MOST_HEADLINES = 8
_HEADLINE_WORDS = 16
_BLURB_WORDS = 150


def boilerplate(text: str) -> tuple[Span, ...]:
    """Spans of whole lines, sorted and disjoint, that no quote may touch.

    Seen are front matter, advertisement marks, invitations to subscribe, follow and share, photo
    captions with their credit, "Related Posts" with the headlines below, "originally posted on"
    lines, "Source link", and an "About the Author" that closes the text. Headings are not
    boilerplate.
    """
    lines = [Span(*found.span()) for found in re.finditer(r"[^\s][^\n]*", text)]
    marked = {*_single(text, lines), *_related(text, lines), *_about_author(text, lines)}
    block = front_matter(text)
    if block:
        marked = {line for line in marked if line.start >= block[0].end} | {block[0]}
    return tuple(sorted(marked))


def _single(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """Lines that are boilerplate by themselves; a caption takes the line it repeats with it."""
    for before, line in zip([Span(0, 0), *lines], lines, strict=False):
        words = text[line.start : line.end].rstrip()
        if is_furniture(words):
            yield line
        elif is_caption(words):
            yield line
            alternative = text[before.start : before.end].strip()
            if alternative and words.startswith(alternative):
                yield before


def _related(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """The line "Related Posts" and the short headlines directly after it."""
    for position, line in enumerate(lines):
        if _RELATED.fullmatch(text[line.start : line.end].strip()):
            yield line
            below = lines[position + 1 : position + 1 + _MOST_HEADLINES]
            yield from takewhile(lambda each: _is_headline(text[each.start : each.end]), below)


def _is_headline(line: str) -> bool:
    return len(line.split()) <= _HEADLINE_WORDS and not _SENTENCE_END.search(line.rstrip())


def _about_author(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """From "About the Author" to the end, if what follows is as short as a blurb."""
    for position, line in enumerate(lines):
        if _ABOUT_AUTHOR.fullmatch(text[line.start : line.end].strip()):
            if len(text[line.end :].split()) <= _BLURB_WORDS:
                yield from lines[position:]
            return
