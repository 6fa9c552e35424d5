"""Fit confidence: python -m eval.train.calibrate --out rag/calibration.json fixed SET ...

Every question is asked without a threshold; its signals and whether the first candidate was right
are the examples. "fixed" is the tuning half of the fixed set. Each set counts the same, whatever
its size, and in it questions with an answer as much as those without: nobody knows how many of a
user's questions his articles answer. The threshold is where balanced accuracy of abstention is
best or all but best, averaged over the sets without SQuAD and "written": their unanswerable
questions were written to deceive, and no threshold serves both them and what people ask.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from eval.indexes import fitting_settings
from eval.measures.quotes import right
from eval.schema import Dataset
from eval.train.tuning import tuning_set
from rag.confidence import CALIBRATION, Calibration, logistic
from rag.engine import open_engine
from rag.schema import Signals
from rag.settings import Settings

NAMES = tuple(field.name for field in fields(Signals))
# The best of a flat and jagged curve is chance: the middle of all thresholds that come so near it.
_NEAR = 0.01
# Keeps weights small where few examples speak; on standardised signals.
_RIDGE = 1e-2
_DECEIVING = frozenset({"squad2", "written"})
Numbers = NDArray[np.float64]
# Signals that can only speak against an answer; all others can only speak for one. Left free, the
# weight of `coverage` turns negative, because SQuAD's unanswerable questions were written to share
# the paragraph's words, and a question in the article's own words would be doubted for them.
_AGAINST = frozenset({"absent", "unread", "missing", "off_type"})


@dataclass(frozen=True, slots=True)
class Example:
    """One question: its signals, and whether it has an answer and the first candidate gives it."""

    dataset: str
    answerable: bool
    right: bool
    signals: dict[str, float]


def examples(dataset: Dataset, settings: Settings) -> Iterator[Example]:
    """An example for every question whose pool was not empty."""
    engine = open_engine(fitting_settings(dataset, settings))
    for question in dataset.questions:
        trace = engine.trace(question.question, question.history)
        if trace.signals is None:
            continue
        first = trace.candidates[0]
        good = question.answerable and right(first, question, dataset.articles)
        yield Example(dataset.name, question.answerable, good, asdict(trace.signals))


def fit(given: Sequence[Example], names: Sequence[str] = NAMES) -> tuple[float, dict[str, float]]:
    """Bias and weights of a logistic regression, each set weighing the same."""
    signs = np.array([[each.signals[name] for name in names] for each in given])
    truth = np.array([_good(each) for each in given], dtype=float)
    sizes = Counter((each.dataset, each.answerable) for each in given)
    share = np.array([1 / sizes[each.dataset, each.answerable] / len(sizes) for each in given])
    middle, spread = signs.mean(axis=0), signs.std(axis=0) + 1e-9
    scaled = (signs - middle) / spread

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        logits = weights[0] + scaled @ weights[1:]
        value = share @ (np.logaddexp(0, logits) - truth * logits)
        gap = share * (1 / (1 + np.exp(-logits)) - truth)
        slope = np.concatenate([[gap.sum()], scaled.T @ gap + _RIDGE * weights[1:]])
        return float(value + _RIDGE / 2 * (weights[1:] ** 2).sum()), slope

    bounds = [(None, None), *((None, 0) if name in _AGAINST else (0, None) for name in names)]
    start = np.zeros(len(names) + 1)
    best = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    raw = best[1:] / spread
    weights = {name: round(float(w), 5) for name, w in zip(names, raw, strict=True)}
    return round(float(best[0] - raw @ middle), 5), weights


def _good(each: Example) -> bool:
    # Of a question in several parts the first sentence answers one at most, so that what counts
    # is whether it should have been answered at all.
    return each.answerable if each.signals["several"] else each.right


def balanced(given: Sequence[Example], sure: Numbers, threshold: float) -> float:
    """Balanced accuracy of answering exactly what has an answer, averaged over the sets."""
    values = []
    for name in sorted({each.dataset for each in given}):
        rows = [row for row, each in enumerate(given) if each.dataset == name]
        kept = [row for row in rows if given[row].answerable]
        silent = [row for row in rows if not given[row].answerable]
        if kept and silent:
            values.append(
                (np.mean(sure[kept] >= threshold) + np.mean(sure[silent] < threshold)) / 2
            )
    return float(np.mean(values))


def calibrated(given: Sequence[Example]) -> Calibration:
    """Weights and threshold from all examples."""
    bias, weights = fit(given)
    sure = np.array(
        [logistic(bias + sum(w * each.signals[n] for n, w in weights.items())) for each in given]
    )
    grid = [round(step / 100, 2) for step in range(5, 96)]
    asked = np.array([each.dataset not in _DECEIVING for each in given])
    people = [each for each in given if each.dataset not in _DECEIVING]
    values = [balanced(people, sure[asked], step) for step in grid]
    level = [step for step, value in zip(grid, values, strict=True) if value >= max(values) - _NEAR]
    threshold = level[len(level) // 2]
    return Calibration(bias, weights, threshold, dict(Counter(each.dataset for each in given)))


def main() -> None:
    """Collect examples (kept in --examples, so that fitting again is quick), fit, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", help='dataset folders, or "fixed"')
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--examples", type=Path, default=Path("var/eval/calibration.jsonl"))
    parser.add_argument("--limit", type=int, default=1000, help="most questions of a set")
    parser.add_argument("--again", action="store_true", help="fit the kept examples again")
    given = parser.parse_args()
    made: list[Example] = []
    if given.again:
        made = [Example(**json.loads(line)) for line in given.examples.read_text().splitlines()]
    for name in given.sets if not given.again else ():
        made += examples(tuning_set(name, given.limit), Settings())
        print(f"{name}: {len(made)} examples so far", flush=True)
    given.examples.parent.mkdir(parents=True, exist_ok=True)
    given.examples.write_text("".join(json.dumps(asdict(each)) + "\n" for each in made))
    found = calibrated(made)
    given.out.write_bytes(CALIBRATION.dump_json(found, indent=2) + b"\n")
    print(given.out.read_text())


if __name__ == "__main__":
    main()
