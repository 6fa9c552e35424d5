"""Holm's correction for several tests at once (Holm 1979, doi:10.2307/4615733)."""

from collections.abc import Sequence


def holm(p_values: Sequence[float]) -> list[float]:
    """Corrected p-values in the order given, at most 1.

    The smallest is multiplied by the number of tests, the next by one less, and none may come out
    below one before it.
    """
    order = sorted(range(len(p_values)), key=lambda i: p_values[i])
    corrected = [1.0] * len(p_values)
    highest = 0.0
    for rank, i in enumerate(order):
        highest = max(highest, min(1.0, p_values[i] * (len(p_values) - rank)))
        corrected[i] = highest
    return corrected
