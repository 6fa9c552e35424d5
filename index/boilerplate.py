"""What stands in an article's text and is not the article: seen line by line, never removed.

Precision comes first: a sentence of the article that is lost is worse than a line that is kept.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from index.captions import is_caption
from index.front_matter import front_matter
from index.furniture import is_furniture
from index.schema import Span

_RELATED = re.compile(
    r"(?:related|recommended|popular|recent|latest)\s+"
    r"(?:posts?|articles?|stories|news|topics?|content|pages|reading|links)\s*:?"
    r"|(?:most read|read next|see also|you (?:may|might) (?:also )?like|more stories)\s*:?"
    r"|read more (?:on|about)\s.{2,40}:",
    re.IGNORECASE,
)
_ABOUT_AUTHOR = re.compile(r"about the authors?:?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!][\"'”’)]*$")
_MOST_HEADLINES = 8
_HEADLINE_WORDS = 16
_BLURB_WORDS = 150
_OPENING_LINES = 4
_ALTERNATIVE_WORDS = 5


def boilerplate(text: str) -> tuple[Span, ...]:
    """Spans of whole lines, sorted and disjoint, that no quote may touch.

    Seen are front matter, advertisement marks, invitations to subscribe, follow and share, photo
    captions with their credit, "Related Posts" with the headlines below, "originally posted on"
    lines, "Source link", and an "About the Author" that closes the text. Headings are not
    boilerplate, and a text of which nothing else would be left is its own content.
    """
    lines = [_trimmed(text, found) for found in re.finditer(r"[^\s][^\n]*", text)]
    marked = {*_single(text, lines), *_related(text, lines), *_about_author(text, lines)}
    if len(marked) == len(lines):
        marked = set()
    block = front_matter(text)
    if block:
        marked = {line for line in marked if line.start >= block[0].end} | {block[0]}
    return tuple(sorted(marked))


def _trimmed(text: str, line: re.Match[str]) -> Span:
    return Span(line.start(), line.start() + len(line[0].rstrip()))


def _single(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """Lines that are boilerplate by themselves; a caption takes the line it repeats with it."""
    for position, line in enumerate(lines):
        words = text[line.start : line.end]
        if is_furniture(words):
            yield line
        elif is_caption(words, opening=position < _OPENING_LINES):
            yield line
            before = lines[position - 1] if position else line
            if _is_alternative(text[before.start : before.end], words):
                yield before


def _is_alternative(line: str, caption: str) -> bool:
    return caption.startswith(line) and len(line.split()) >= _ALTERNATIVE_WORDS


def _related(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """The line "Related Posts" and the short headlines directly after it."""
    for position, line in enumerate(lines):
        if _RELATED.fullmatch(text[line.start : line.end]):
            yield line
            below = lines[position + 1 : position + 1 + _MOST_HEADLINES]
            yield from takewhile(lambda each: _is_headline(text[each.start : each.end]), below)


def _is_headline(line: str) -> bool:
    return len(line.split()) <= _HEADLINE_WORDS and not _SENTENCE_END.search(line)


def _about_author(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """From "About the Author" to the end, if what follows is as short as a blurb."""
    for position, line in enumerate(lines):
        if _ABOUT_AUTHOR.fullmatch(text[line.start : line.end]):
            if len(text[line.end :].split()) <= _BLURB_WORDS:
                yield from lines[position:]
            return
