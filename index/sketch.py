"""What is kept of an article's words to know near copies by: MinHash over pairs of words.

Two sketches agree in as large a part of their numbers as the sets of word pairs have in common
(Jaccard), give or take .06 (Broder 1997, doi:10.1109/SEQUEN.1997.666900). datasketch does the same,
but imports scipy and keeps its tables in memory or in Redis; these few lines have an array a text.
"""

import re
import zlib

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"\w+")
_NUMBERS = 80
_LEAST_WORDS = 20
# Pairs of words in memory eighty times over: a text of ten million characters has millions.
_AT_ONCE = 16_384
_DRAWN = np.random.Generator(np.random.PCG64(6)).integers(
    0, 2**64, (2, _NUMBERS, 1), dtype=np.uint64
)
# Odd, so that multiplying by it modulo 2**64 loses nothing.
_TIMES, _PLUS = _DRAWN[0] | np.uint64(1), _DRAWN[1]
_PAIR = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)

BYTES = 2 * _NUMBERS
"""Of a sketch: 80 numbers of 16 bits."""


def sketch(text: str) -> bytes | None:
    """The sketch, or None for a text of under twenty words, which proves nothing."""
    words = _WORD.findall(text.casefold())
    if len(words) < _LEAST_WORDS:
        return None
    coded = np.array([zlib.crc32(word.encode("utf-8", "replace")) for word in words], np.uint64)
    pairs = np.unique(_mixed(coded[:-1] * _PAIR + coded[1:]))
    least = np.full(_NUMBERS, 2**64 - 1, dtype=np.uint64)
    for at in range(0, len(pairs), _AT_ONCE):
        np.minimum(least, (_TIMES * pairs[at : at + _AT_ONCE] + _PLUS).min(axis=1), out=least)
    return (_mixed(least) >> np.uint64(48)).astype("<u2").tobytes()


def _mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Every bit of a number spread over all of it (a step of splitmix64)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * _MIX
    return np.asarray(numbers ^ (numbers >> np.uint64(31)))
