"""How sure: a calibrated probability that the first quote answers the question."""

import math
from collections.abc import Sequence

from rag.select import Choice

# Logistic regression, fitted on tuning data only (docs/measurements.md, "Abstention").
_BIAS, _SENTENCE = -1.0, 0.25


def confidence(ranked: Sequence[Choice]) -> float:
    """From 0 to 1; 0 when there is nothing to choose from."""
    if not ranked:
        return 0.0
    return logistic(_BIAS + _SENTENCE * ranked[0].score)


def logistic(logit: float) -> float:
    """1 / (1 + e^-x), without overflow."""
    return 0.5 * (1 + math.tanh(logit / 2))
