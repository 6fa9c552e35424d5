"""BM25 as tantivy computes it, split into what a passage and what a question contributes.

The score of a passage is the inner product of two sparse vectors, so any engine that multiplies
sparse vectors ranks as tantivy does (Robertson and Zaragoza 2009, doi:10.1561/1500000019).
"""

import math
from bisect import bisect_right

# tantivy's constants.
K1 = 1.2
B = 0.75


def _decoded(byte: int) -> int:
    # Lucene's SmallFloat.byte4ToInt: exact to 24, then 4 significant bits.
    if byte < 24:
        return byte
    bits, shift = (byte - 24) & 7, ((byte - 24) >> 3) - 1
    return 24 + (bits if shift < 0 else (bits | 8) << shift)


_LENGTHS = [_decoded(byte) for byte in range(256)]


def kept_length(words: int) -> int:
    """The length of a text as tantivy keeps it, in one byte: rounded down."""
    return _LENGTHS[bisect_right(_LENGTHS, words) - 1]


def passage_weight(times: int, words: int, mean_words: float) -> float:
    """What a word that stands `times` in a text of `words` words is worth there."""
    length = 1 - B + B * kept_length(words) / mean_words if mean_words else 1.0
    return times / (times + K1 * length)


def question_weight(passages: int, having: int) -> float:
    """What a word is worth that stands in `having` of all passages."""
    return (1 + K1) * math.log(1 + (passages - having + 0.5) / (having + 0.5))
