"""How sure: a calibrated probability that the first quote answers the question.

Logistic regression over `Signals`. The weights are fitted by `python -m eval.train.calibrate` on
tuning data only, and kept with where they come from in `calibration.json`.
"""

import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from rag.schema import Signals

FILE = Path(__file__).with_name("calibration.json")


@dataclass(frozen=True, slots=True)
class Calibration:
    """A weight for each signal; `threshold` is the least confidence that is an answer."""

    bias: float
    weights: dict[str, float]
    threshold: float
    fitted_on: dict[str, int]


CALIBRATION = TypeAdapter(Calibration)


@cache
def calibration() -> Calibration:
    """The shipped calibration."""
    return CALIBRATION.validate_json(FILE.read_bytes())


def confidence(signals: Signals | None) -> float:
    """From 0 to 1; 0 when nothing was scored."""
    if signals is None:
        return 0.0
    fitted = calibration()
    weighed = sum(weight * getattr(signals, name) for name, weight in fitted.weights.items())
    return logistic(fitted.bias + weighed)


def logistic(logit: float) -> float:
    """1 / (1 + e^-x), without overflow."""
    return 0.5 * (1 + math.tanh(logit / 2))
