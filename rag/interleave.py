"""Several rankings read in turn: the first of each, then the second of each."""

from collections.abc import Sequence
from itertools import zip_longest


def interleave(rankings: Sequence[Sequence[int]]) -> list[int]:
    """Every row once, where it first comes up."""
    turns = zip_longest(*rankings)
    return list(dict.fromkeys(row for turn in turns for row in turn if row is not None))
