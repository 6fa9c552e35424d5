"""How fast something grows, by least squares."""

from collections.abc import Sequence

import numpy as np


def slope_an_hour(points: Sequence[tuple[float, float]]) -> float:
    """Units an hour of values at so many seconds; 0 for fewer than two points."""
    if len(points) < 2:
        return 0.0
    seconds, values = np.array(points).T
    return round(float(np.polyfit(seconds, values, 1)[0]) * 3600, 1)
