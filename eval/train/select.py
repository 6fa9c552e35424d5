"""Fit which sentence is quoted: python -m eval.train.select --out rag/merits.json fixed SET ...

A conditional logit (McFadden 1974): over the sentences that were read for a question, the right
ones should have the highest merit. Each set counts the same, whatever its size; the weight of the
reader's sentence logit is 1, so that merits stay on its scale.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import astuple, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from eval.indexes import fitting_settings
from eval.measures.quotes import right
from eval.schema import Dataset
from eval.train.tuning import tuning_set
from rag.cite import cut
from rag.engine import open_engine
from rag.gather import gather
from rag.merits import WEIGHTS, Merits, MeritWeights, merits
from rag.settings import Settings

NAMES = tuple(field.name for field in fields(Merits))
_RIDGE = 0.02
Numbers = NDArray[np.float64]
# The merits of every sentence read for a question, and which of them are right.
Group = tuple[Numbers, NDArray[np.bool_]]


def groups(dataset: Dataset, settings: Settings) -> Iterator[Group]:
    """A group for every question that has a right and a wrong sentence among those read."""
    engine = open_engine(fitting_settings(dataset, settings))
    for question in dataset.questions:
        if not question.answerable:
            continue
        asked = engine.understanding.understand(question.question, question.history)
        rows, truth = [], []
        for read in engine.read(asked, gather(engine.index, asked, settings.pool)):
            article = dataset.articles[read.passage.article_id]
            rows += [astuple(each) for each in merits(asked, read)]
            truth += [right(cut(1, article, s), question, dataset.articles) for s in read.spans]
        if any(truth) and not all(truth):
            yield np.array(rows), np.array(truth)


def fit(sets: Sequence[Sequence[Group]]) -> dict[str, float]:
    """Weights by name."""
    every = np.concatenate([rows for groups in sets for rows, _ in groups])
    spread = every.std(axis=0) + 1e-9
    items = [(rows / spread, truth, 1 / len(groups)) for groups in sets for rows, truth in groups]

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        value = _RIDGE * float(weights @ weights)
        slope = 2 * _RIDGE * weights
        for rows, truth, share in items:
            merit = rows @ weights
            chance = np.exp(merit - merit.max())
            good, all_ = chance[truth].sum(), chance.sum()
            value -= share * float(np.log(good / all_))
            slope -= share * (chance[truth] @ rows[truth] / good - chance @ rows / all_)
        return value, slope

    raw = minimize(loss, np.zeros(len(NAMES)), jac=True, method="L-BFGS-B").x / spread
    return {name: round(float(w / raw[0]), 3) for name, w in zip(NAMES, raw, strict=True)}


def first(sets: Sequence[Group], weights: dict[str, float]) -> float:
    """The share of groups whose best sentence is right."""
    given = np.array([weights[name] for name in NAMES])
    return float(np.mean([truth[np.argmax(rows @ given)] for rows, truth in sets]))


def main() -> None:
    """Collect, fit, write, and print how often the best sentence is right, merit by merit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", help='dataset folders, or "fixed"')
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=500, help="most questions of a set")
    given = parser.parse_args()
    made = [list(groups(tuning_set(name, given.limit), Settings())) for name in given.sets]
    weights = fit(made)
    found = MeritWeights(
        weights, {Path(n).name: len(g) for n, g in zip(given.sets, made, strict=True)}
    )
    given.out.write_bytes(WEIGHTS.dump_json(found, indent=2) + b"\n")
    for name in (None, *NAMES):
        kept = {each: 0.0 if each == name else weight for each, weight in weights.items()}
        print(f"without {name}:", *(f"{first(each, kept):.3f}" for each in made))


if __name__ == "__main__":
    main()
