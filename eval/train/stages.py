"""The stages of the shipped reader's training: what each reads and how it weighs it.

The reader learns to choose sentences first, from public sets; then to tell near misses from
answers, on articles written for that and on passages that questions were written for; then to
trust a question's own words again where they are answered, and only there; last, all of it once
more with three layers more to tune.
"""

from collections.abc import Callable
from dataclasses import dataclass

from eval.train.examples import Example, draw
from eval.train.loss import Weights

FIRST_LAYER = 3
"""Layers below are the packaged ones, never trained: their states are computed once."""

# How much of a set's examples the later stages keep, so that they stay half public.
_KEPT = {"squad2": 0.3, "clapnq": 1.0, "coqa": 0.6, "hotpot": 0.15, "multihop": 0.35}


@dataclass(frozen=True, slots=True)
class Stage:
    """One epoch over what it takes, from a learning rate that falls to nothing.

    Layers from `first` on are tuned. Afterwards the weights are averaged with those that the stage
    number `with_stage` (from 0) ended with, `share` of the way from there.
    """

    takes: Callable[[Example], bool]
    rate: float
    weights: Weights
    first: int = 6
    with_stage: int | None = None
    share: float = 1.0


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


# How much of each set the last stage reads.
_DEEPER = {
    "pairs": 0.57,
    "squad2": 0.31,
    "written": 0.085,
    "clapnq": 1.0,
    "coqa": 0.33,
    "hotpot": 0.1,
    "multihop": 0.31,
}


def once_deeper(example: Example) -> bool:
    """More than half of the pairs, and a part of everything else."""
    return draw("stage5", example.qid, example.passage.text) < _DEEPER[example.origin]


STAGES = (
    Stage(public, rate=1e-4, weights=Weights(answerable=1.0)),
    Stage(near_misses, rate=8e-5, weights=Weights(answerable=2.0)),
    Stage(once_more, rate=5e-5, weights=Weights(answerable=2.0)),
    Stage(twins, rate=6e-5, weights=Weights(answerable=2.0), with_stage=0, share=0.65),
    Stage(
        once_deeper, rate=6e-5, weights=Weights(answerable=2.0), first=3, with_stage=3, share=0.5
    ),
)
