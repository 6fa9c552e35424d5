"""The two stages of the shipped reader's training: what each reads and how it weighs it.

The reader learns to choose sentences first, from everything; then to tell near misses from
answers, mostly on the passages that questions were written for.
"""

from collections.abc import Callable
from dataclasses import dataclass

from eval.train.examples import Example, draw
from eval.train.loss import Weights

FIRST_LAYER = 8
"""Layers below are the packaged ones, never trained: their states are computed once."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One epoch over what it takes, from a learning rate that falls to nothing."""

    takes: Callable[[Example], bool]
    rate: float
    weights: Weights


def _drawn(example: Example) -> float:
    return draw("keep", example.qid, example.passage.text)


def everything(example: Example) -> bool:
    """All of SQuAD and ClapNQ, two fifths of the multi-hop sets."""
    return example.origin in ("squad2", "clapnq") or _drawn(example) < 0.4


def near_misses(example: Example) -> bool:
    """SQuAD's own paragraphs, half of its other negatives, ClapNQ, fresh multi-hop examples."""
    if example.origin == "squad2":
        return example.home or _drawn(example) < 0.5
    return example.origin == "clapnq" or 0.4 <= _drawn(example) < 0.6


STAGES = (
    Stage(everything, rate=1e-4, weights=Weights(answerable=1.0)),
    Stage(near_misses, rate=8e-5, weights=Weights(answerable=2.0)),
)
