"""The stages of the shipped reader's training: what each reads and how it weighs it.

The reader learns to choose sentences first, from public sets; then to tell near misses from
answers, on articles written for that and on passages that questions were written for; last to
trust a question's own words again where they are answered, and only there.
"""

from collections.abc import Callable
from dataclasses import dataclass

from eval.train.examples import Example, draw
from eval.train.loss import Weights

FIRST_LAYER = 6
"""Layers below are the packaged ones, never trained: their states are computed once."""

# How much of a set's examples the later stages keep, so that they stay half public.
_KEPT = {"squad2": 0.3, "clapnq": 1.0, "coqa": 0.6, "hotpot": 0.15, "multihop": 0.35}


@dataclass(frozen=True, slots=True)
class Stage:
    """One epoch over what it takes, from a learning rate that falls to nothing."""

    takes: Callable[[Example], bool]
    rate: float
    weights: Weights


def public(example: Example) -> bool:
    """Everything that was not written for training."""
    return example.origin not in ("written", "pairs")


def near_misses(example: Example) -> bool:
    """What was written for training, SQuAD's own paragraphs, and a part of the rest."""
    if not public(example):
        return example.origin == "written"
    drawn = draw("stage2", example.qid, example.passage.text)
    if example.origin == "squad2" and example.home and (example.answerable or drawn < 0.7):
        return True
    return drawn < _KEPT[example.origin]


def once_more(example: Example) -> bool:
    """Three fifths of that again."""
    return near_misses(example) and draw("stage3", example.qid, example.passage.text) < 0.6


def twins(example: Example) -> bool:
    """Plain questions with their unanswered twins, and a part of the rest."""
    if example.origin == "pairs":
        return True
    kept = 0.4 if public(example) else 0.3
    return near_misses(example) and draw("stage4", example.qid, example.passage.text) < kept


STAGES = (
    Stage(public, rate=1e-4, weights=Weights(answerable=1.0)),
    Stage(near_misses, rate=8e-5, weights=Weights(answerable=2.0)),
    Stage(once_more, rate=5e-5, weights=Weights(answerable=2.0)),
    Stage(twins, rate=6e-5, weights=Weights(answerable=2.0)),
)
