"""Percentile bootstrap over questions (Efron and Tibshirani 1993, chapter 13)."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

DRAWS = 2000
SEED = 20260101
LEVEL = 0.95

T = TypeVar("T")


def weights(questions: int, draws: int = DRAWS) -> NDArray[np.float64]:
    """How often each question is drawn: (draws, questions), every row sums to `questions`."""
    random = np.random.default_rng(SEED)
    drawn = random.integers(0, questions, (draws, questions))
    offset = np.arange(draws)[:, None] * questions
    counts = np.bincount((drawn + offset).ravel(), minlength=draws * questions)
    return counts.reshape(draws, questions).astype(np.float64)


def mean_intervals(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Low and high end for the mean of every column of (questions, measures): (2, measures).

    NaN marks a question to which a measure does not apply.
    """
    there = ~np.isnan(values)
    drawn = weights(len(values))
    with np.errstate(invalid="ignore"):
        means = (drawn @ np.where(there, values, 0.0)) / (drawn @ there)
    return _ends(means)


def intervals_of(
    items: Sequence[T],
    statistics: Callable[[Sequence[T]], Mapping[str, float]],
    draws: int = 500,
) -> dict[str, tuple[float, float]]:
    """Ends for named statistics of a whole sample; a draw that lacks one is left out for it."""
    random = np.random.default_rng(SEED)
    found: dict[str, list[float]] = defaultdict(list)
    for _ in range(draws):
        drawn = [items[i] for i in random.integers(0, len(items), len(items))]
        for name, value in statistics(drawn).items():
            found[name].append(value)
    ends = {name: _ends(np.array(values)[:, None])[:, 0] for name, values in found.items()}
    return {name: (float(low), float(high)) for name, (low, high) in ends.items()}


def _ends(means: NDArray[np.float64]) -> NDArray[np.float64]:
    tail = (1 - LEVEL) / 2
    ends: NDArray[np.float64] = np.nanquantile(means, [tail, 1 - tail], axis=0)
    return ends
