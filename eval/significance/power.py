"""How large a difference is, and how small a one the questions could show."""

import math

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm

ALPHA = 0.05
POWER = 0.80


def effect_size(differences: NDArray[np.float64]) -> float | None:
    """The mean difference in standard deviations of the differences (Cohen's d_z).

    Cohen 1988, chapter 2. None where every question differs by the same amount.
    """
    spread = _spread(differences)
    return float(differences.mean()) / spread if spread > 0 else None


def smallest_detectable(differences: NDArray[np.float64]) -> float:
    """The mean difference that a two-sided paired test at .05 would find four times in five.

    (z_.975 + z_.80) * sd / sqrt(n), by the normal approximation.
    """
    reach = norm.ppf(1 - ALPHA / 2) + norm.ppf(POWER)
    return float(reach * _spread(differences) / math.sqrt(len(differences)))


def smallest_detectable_of(questions: int, differing: float = 0.2) -> float:
    """The same before there is a second system: one that ends otherwise on a share of questions.

    Those count +1 or -1, so the standard deviation is about the root of their share.
    """
    reach = norm.ppf(1 - ALPHA / 2) + norm.ppf(POWER)
    return float(reach * math.sqrt(differing / questions))


def _spread(differences: NDArray[np.float64]) -> float:
    return float(differences.std(ddof=1)) if len(differences) > 1 else 0.0
