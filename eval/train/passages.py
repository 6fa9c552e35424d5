"""A passage as the reader sees it: text, sentence spans, and windows of whole sentences.

Offsets are half-open and in code points, as everywhere in this project.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import sentencex

MAX_WORDS = 170
"""Longest training passage: about 220 tokens, the upper end of what the index stores."""

MAX_SENTENCES = 10

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its sentences; `header` (a title) is read in front of it and never quoted."""

    doc_id: str
    header: str
    text: str
    sentences: tuple[Span, ...]


def sentence_spans(text: str) -> tuple[Span, ...]:
    """Return the sentences of a text without the white space around them."""
    spans: list[Span] = []
    start = 0
    for piece in sentencex.segment("en", text):
        stripped = piece.strip()
        if stripped:
            begin = start + piece.index(stripped)
            spans.append((begin, begin + len(stripped)))
        start += len(piece)
    return tuple(spans)


def join(doc_id: str, header: str, sentences: list[str]) -> Passage:
    """Build a passage from sentences, one space between them."""
    spans: list[Span] = []
    at = 0
    for sentence in sentences:
        spans.append((at, at + len(sentence)))
        at += len(sentence) + 1
    return Passage(doc_id, header, " ".join(sentences), tuple(spans))


def windows(doc_id: str, header: str, text: str) -> Iterator[Passage]:
    """Cut a text into passages of whole sentences, as even in length as its sentences allow."""
    spans = sentence_spans(text)
    words = [len(text[a:b].split()) for a, b in spans]
    pieces = max(-(-sum(words) // MAX_WORDS), -(-len(spans) // MAX_SENTENCES), 1)
    target = sum(words) / pieces
    first, held = 0, 0
    for i, count in enumerate(words):
        held += count
        last = i == len(words) - 1
        if last or held + words[i + 1] / 2 > target or i + 1 - first == MAX_SENTENCES:
            begin, end = spans[first][0], spans[i][1]
            inside = tuple((a - begin, b - begin) for a, b in spans[first : i + 1])
            yield Passage(doc_id, header, text[begin:end], inside)
            first, held = i + 1, 0


def occurrences(text: str, strings: tuple[str, ...]) -> tuple[Span, ...]:
    """Return where any of the strings stands in the text as whole words, case ignored."""
    found: set[Span] = set()
    for string in strings:
        pattern = r"(?<!\w)" + re.escape(string.strip()) + r"(?!\w)"
        found.update(m.span() for m in re.finditer(pattern, text, re.IGNORECASE))
    return tuple(sorted(span for span in found if span[1] > span[0]))


def overlapping(passage: Passage, spans: tuple[Span, ...]) -> tuple[int, ...]:
    """Return the sentences that share text with any of the spans."""
    return tuple(
        i
        for i, (a, b) in enumerate(passage.sentences)
        if any(a < end and start < b for start, end in spans)
    )
