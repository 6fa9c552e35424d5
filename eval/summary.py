"""A run in numbers: means with intervals for all questions and for each group of them."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from eval.fixed_set import half
from eval.measures.abstention import Shown, abstention_values
from eval.measures.risk import Operating, Point, area, best_within, risk_coverage, thinned
from eval.outcome import Outcome
from eval.significance.bootstrap import intervals_of, mean_intervals

FALSE_ANSWERS = 0.10


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over `n` questions, and the ends of its 95% bootstrap interval where computed."""

    value: float
    low: float | None
    high: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Group:
    """Questions looked at together.

    `operating` is the threshold at which at most a tenth of the unanswerable are answered, None
    where the group has only one kind of question.
    """

    name: str
    kind: Literal["all", "half", "slice"]
    questions: int
    answerable: int
    figures: dict[str, Figure]
    stages: dict[str, int]
    operating: Operating | None
    risk: tuple[Point, ...]


def summarised(outcomes: Sequence[Outcome], halves: bool) -> tuple[Group, ...]:
    """All questions, the halves of the fixed set, and every slice."""
    groups = [_group("all", "all", outcomes)]
    if halves:
        for name in ("tune", "judge"):
            part = [o for o in outcomes if half(o.qid) == name]
            groups += [_group(name, "half", part)] if part else []
    kinds = sorted({kind for outcome in outcomes for kind in outcome.slices})
    for kind in kinds:
        part = [outcome for outcome in outcomes if kind in outcome.slices]
        groups.append(_group(kind, "slice", part))
    return tuple(groups)


def _group(name: str, kind: Literal["all", "half", "slice"], outcomes: Sequence[Outcome]) -> Group:
    """A group; slices have no curve, and no intervals for what only a whole run has."""
    curve = kind != "slice"
    figures = _means(outcomes)
    shown = [s for s in (outcome.shown for outcome in outcomes) if s is not None]
    both = len({s.answerable for s in shown}) == 2
    operating = best_within(shown, FALSE_ANSWERS) if both else None
    if shown:
        figures |= _of_run(shown, abstention_values, intervals=curve)
    if operating is not None and curve:
        figures |= _of_run(shown, _risk_values, intervals=True)
    return Group(
        name,
        kind,
        len(outcomes),
        sum(outcome.answerable for outcome in outcomes),
        dict(sorted(figures.items())),
        dict(sorted(Counter(o.stage for o in outcomes if o.stage is not None).items())),
        operating,
        thinned(risk_coverage(shown)) if curve and shown else (),
    )


def _means(outcomes: Sequence[Outcome]) -> dict[str, Figure]:
    names = sorted({name for outcome in outcomes for name in outcome.values})
    if not names:
        return {}
    table = np.array([[o.values.get(name, np.nan) for name in names] for o in outcomes])
    lows, highs = mean_intervals(table)
    means = np.nanmean(table, axis=0)
    counts = (~np.isnan(table)).sum(axis=0)
    columns = zip(names, means, lows, highs, counts, strict=True)
    return {name: Figure(float(m), float(lo), float(hi), int(n)) for name, m, lo, hi, n in columns}


def _risk_values(shown: Sequence[Shown]) -> dict[str, float]:
    """Area under risk-coverage, and right quotes where a tenth of false answers is allowed."""
    if not any(not s.answerable for s in shown) or not any(s.answerable for s in shown):
        return {}
    return {
        "area under risk-coverage": area(risk_coverage(shown)),
        "right first at 10% false answers": best_within(shown, FALSE_ANSWERS).right_first,
    }


def _of_run(
    shown: Sequence[Shown],
    values_of: Callable[[Sequence[Shown]], Mapping[str, float]],
    *,
    intervals: bool,
) -> dict[str, Figure]:
    """Figures of measures that only a whole run has."""
    ends = intervals_of(shown, values_of) if intervals else {}
    figures: dict[str, Figure] = {}
    for name, value in values_of(shown).items():
        low, high = ends.get(name, (None, None))
        figures[name] = Figure(value, low, high, len(shown))
    return figures
