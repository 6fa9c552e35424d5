"""Knowing when the articles do not answer: over a whole run, abstaining is the positive class."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import rankdata


@dataclass(frozen=True, slots=True)
class Shown:
    """What matters of one reply here.

    `right` says whether the best quote is right, shown or not; False for unanswerable questions.
    """

    answerable: bool
    answered: bool
    confidence: float
    right: bool


def abstention_values(shown: Sequence[Shown]) -> dict[str, float]:
    """Precision, recall and balanced accuracy of abstaining, and AUROC of confidence.

    What cannot be told is left out: balanced accuracy and AUROC need both kinds of
    questions, precision and recall unanswerable ones, precision an abstention too.
    """
    silent = [s for s in shown if not s.answered]
    unanswerable = [s for s in shown if not s.answerable]
    answerable = [s for s in shown if s.answerable]
    rightly = sum(not s.answerable for s in silent)
    values: dict[str, float] = {}
    if silent and unanswerable:
        values["abstention precision"] = rightly / len(silent)
    if unanswerable:
        values["abstention recall"] = rightly / len(unanswerable)
    if answerable:
        values["answerable answered"] = sum(s.answered for s in answerable) / len(answerable)
    if answerable and unanswerable:
        recall, answered = values["abstention recall"], values["answerable answered"]
        values["abstention balanced accuracy"] = (recall + answered) / 2
        values["confidence AUROC"] = auroc(
            [s.confidence for s in answerable], [s.confidence for s in unanswerable]
        )
    return values


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """The chance that a positive scores above a negative, ties counted half (Mann-Whitney)."""
    ranks = rankdata(np.concatenate([positive, negative]))
    above = ranks[: len(positive)].sum() - len(positive) * (len(positive) + 1) / 2
    return float(above / (len(positive) * len(negative)))
