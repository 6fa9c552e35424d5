"""Risk against coverage: answer only where confidence is high, and see how often that is wrong.

El-Yaniv and Wiener 2010 (JMLR 11:1605). An answer is wrong if its first quote is not right or the
question has no answer.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from eval.measures.abstention import Shown


class Point(NamedTuple):
    """At this threshold: the share of questions answered, and the share of those wrong."""

    threshold: float
    coverage: float
    risk: float


class Operating(NamedTuple):
    """A threshold and what it gives: shares of the unanswerable and of the answerable.

    The threshold is None where every one lets too much through, and nothing is answered.
    """

    threshold: float | None
    unanswerable_answered: float
    right_first: float


def risk_coverage(shown: Sequence[Shown]) -> list[Point]:
    """A point for every distinct confidence, highest first; equal ones are answered together."""
    points: list[Point] = []
    answered = wrong = 0
    for threshold, group in _by_confidence(shown):
        answered += len(group)
        wrong += sum(not s.right for s in group)
        points.append(Point(threshold, answered / len(shown), wrong / answered))
    return points


def area(points: Sequence[Point]) -> float:
    """Mean risk over coverage, 0 best: each step counts by the coverage that it adds."""
    before = 0.0
    total = 0.0
    for point in points:
        total += (point.coverage - before) * point.risk
        before = point.coverage
    return total / before if before else 0.0


def thinned(points: Sequence[Point], most: int = 200) -> tuple[Point, ...]:
    """At most `most` of the points, evenly spread, the last always among them."""
    if len(points) <= most:
        return tuple(points)
    return tuple(points[(n + 1) * len(points) // most - 1] for n in range(most))


def best_within(shown: Sequence[Shown], most: float) -> Operating:
    """The lowest threshold at which at most `most` of the unanswerable are answered."""
    unanswerable = sum(not s.answerable for s in shown) or 1
    answerable = sum(s.answerable for s in shown) or 1
    best = Operating(None, 0.0, 0.0)
    false = right = 0
    for threshold, group in _by_confidence(shown):
        false += sum(not s.answerable for s in group)
        right += sum(s.answerable and s.right for s in group)
        if false / unanswerable > most:
            break
        best = Operating(threshold, false / unanswerable, right / answerable)
    return best


def _by_confidence(shown: Sequence[Shown]) -> list[tuple[float, list[Shown]]]:
    ordered = sorted(shown, key=lambda s: -s.confidence)
    return [(key, list(group)) for key, group in groupby(ordered, key=lambda s: s.confidence)]
