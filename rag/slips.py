"""Ordinary words one slip of the pen apart: oposition and opposition, postive and positive."""

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA, Postfix, Prefix

_INFLECTED = 2
_MOST = 20


def one_slip_from(word: str, others: Sequence[str]) -> list[str]:
    """Those of `others` one letter or one swapped pair away that are no inflection of `word`."""
    near = process.extract(word, others, scorer=OSA.distance, score_cutoff=1, limit=_MOST)
    return [other for other, slips, _ in near if slips and not _inflection(word, other)]


def _inflection(a: str, b: str) -> bool:
    """Whether only the ends of two words differ, as in allege, alleged."""
    return Prefix.similarity(a, b) >= min(len(a), len(b)) - _INFLECTED


def lost_inside(word: str, other: str) -> bool:
    """Whether `other` is `word` with a letter lost or doubled well inside it."""
    if len(word) == len(other):
        return False
    before = Prefix.similarity(word, other)
    after = Postfix.similarity(word, other)
    return before >= 2 and after >= _INFLECTED
