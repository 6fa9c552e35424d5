"""Where the sentences of one paragraph end."""

import re
from itertools import pairwise

import sentencex

from index.quotation import MARKS

_QUOTE = re.compile(r"[\"“”„«»]|``|''")
_OPENERS = "([—–-"


def pieces(paragraph: str) -> list[tuple[int, int]]:
    """Trimmed stretches of the paragraph between sentence ends, in order.

    sentencex keeps whatever stands between quotation marks in one piece, also when a mark is never
    closed, so it is shown the paragraph without them; every character keeps its place.
    """
    shown = _QUOTE.sub(lambda mark: " " * len(mark[0]), re.sub(r"\s", " ", paragraph))
    ends = [found["end_index"] for found in sentencex.get_sentence_boundaries("en", shown)]
    cuts = [0, *(_cut(paragraph, shown, end) for end in ends[:-1]), len(paragraph)]
    trimmed = (_trim(paragraph, start, end) for start, end in pairwise(cuts))
    return [(start, end) for start, end in trimmed if start < end]


def _cut(paragraph: str, shown: str, end: int) -> int:
    """Give the marks between two sentences to the one they touch: closing left, opening right."""
    start = len(shown[:end].rstrip())
    between = paragraph[start:end]
    closing = re.match(rf"[{re.escape(MARKS)})\]]*(?:\s+(?:''|”|»))?", between)
    return start + (closing.end() if closing else 0)


def _trim(paragraph: str, start: int, end: int) -> tuple[int, int]:
    words = paragraph[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
