"""Sentences too long to be a quote, cut where they pause."""

import re
from collections.abc import Iterator

from index.schema import Span

_PAUSES = (
    re.compile(r"\s*\n\s*"),
    re.compile(r"(?<=;)\s+"),
    re.compile(r"\s+(?=[•·▪|]\s)|(?<=:)\s+"),
)
_MOST_WORDS = 100


def cut_long(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence itself, or, beyond 100 words, its parts between line breaks or semicolons.

    Parts are packed together again as far as they fit; without a pause a long one stays whole.
    """
    words = text[sentence.start : sentence.end]
    if len(words.split()) <= _MOST_WORDS:
        yield sentence
        return
    start = sentence.start
    end = start
    for stop in [*_stops(words, sentence.start), sentence.end]:
        if end > start and len(text[start:stop].split()) > _MOST_WORDS:
            yield _trimmed(text, start, end)
            start = end
        end = stop
    yield _trimmed(text, start, end)


def _stops(words: str, offset: int) -> list[int]:
    for pause in _PAUSES:
        stops = [offset + found.start() for found in pause.finditer(words)]
        if stops:
            return stops
    return []


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
