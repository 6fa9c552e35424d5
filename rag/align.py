"""The part of a text that a quote resembles most, word by word: a diagnosis, never an acceptance.

A semi-global alignment (Sellers 1980, doi:10.1016/0196-6774(80)90016-4): the whole quote against
any stretch of the text. Words weigh 1, marks `MARK`; a word put for a similar one costs less than
for another, so that a misspelt name is paired with the name.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import JaroWinkler

from rag.quote_tokens import Token

MARK = 0.2
_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs (token of the quote, token of the text), None where one has no partner.

    `likeness` is 1 for equal words and falls with the weight of what differs; it can be negative.
    """

    pairs: tuple[tuple[Token | None, Token | None], ...]
    likeness: float


def align(quote: Sequence[Token], text: Sequence[Token]) -> Alignment:
    """The cheapest alignment of all of `quote` with a stretch of `text`; earliest on a tie."""
    asked = _weights(quote)
    stands = _weights(text)
    swap = _substitution(quote, text)
    table = _fill(asked, stands, swap)
    end = int(np.argmin(table[-1]))
    pairs = [
        (quote[i] if i is not None else None, text[j] if j is not None else None)
        for i, j in _steps(table, asked, swap, end)
    ]
    return Alignment(tuple(pairs), 1 - float(table[-1, end]) / float(asked.sum()))


def _weights(words: Sequence[Token]) -> _Floats:
    return np.array([1.0 if word.is_word else MARK for word in words], dtype=np.float64)


def _substitution(quote: Sequence[Token], text: Sequence[Token]) -> _Floats:
    """Cost of putting each word of the text for each of the quote: 0 equal, 0.5 to 1 else."""
    rows = {word: row for row, word in enumerate(dict.fromkeys(t.folded for t in quote))}
    columns = {word: column for column, word in enumerate(dict.fromkeys(t.folded for t in text))}
    unique = np.array([[_cost(a, b) for b in columns] for a in rows], dtype=np.float64)
    row_ids = [rows[t.folded] for t in quote]
    column_ids = [columns[t.folded] for t in text]
    return unique[np.ix_(row_ids, column_ids)]


def _cost(asked: str, stands: str) -> float:
    if asked == stands:
        return 0.0
    if not (asked[0].isalnum() and stands[0].isalnum()):
        return MARK if not (asked[0].isalnum() or stands[0].isalnum()) else 2.0
    return 1.0 - 0.5 * float(JaroWinkler.similarity(asked, stands, score_cutoff=0.75))


def _fill(asked: _Floats, stands: _Floats, swap: _Floats) -> _Floats:
    """Row i, column j: least cost of the first i quote tokens ending before text token j."""
    skipped = np.concatenate(([0.0], np.cumsum(stands))).astype(np.float64)
    table = np.zeros((len(asked) + 1, len(stands) + 1), dtype=np.float64)
    for i, weight in enumerate(asked, start=1):
        row = table[i - 1] + weight
        row[1:] = np.minimum(row[1:], table[i - 1, :-1] + swap[i - 1])
        table[i] = np.minimum.accumulate(row - skipped) + skipped
    return table


def _steps(
    table: _Floats, asked: _Floats, swap: _Floats, j: int
) -> list[tuple[int | None, int | None]]:
    """The way back from the last row to the first, in reading order."""
    steps: list[tuple[int | None, int | None]] = []
    i = len(asked)
    while i:
        here = table[i, j] + 1e-6
        if j and table[i - 1, j - 1] + swap[i - 1, j - 1] <= here:
            i, j = i - 1, j - 1
            steps.append((i, j))
        elif table[i - 1, j] + asked[i - 1] <= here:
            i -= 1
            steps.append((i, None))
        else:
            j -= 1
            steps.append((None, j))
    return steps[::-1]
