"""All that can be said of two systems on the same questions, measure by measure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.significance.bootstrap import mean_intervals
from eval.significance.holm import holm
from eval.significance.power import effect_size, smallest_detectable
from eval.significance.randomisation import p_values

# One question's values by measure, with the old system and with the new one.
Pair = tuple[Mapping[str, float], Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class PairedTest:
    """One measure over the `n` questions that both runs have it for; differences are new - old.

    `p` is of the paired randomisation test, `p_holm` corrected for all measures tested.
    `detectable` is the smallest difference that so many questions would show four times in five.
    """

    measure: str
    n: int
    old: float
    new: float
    difference: float
    low: float
    high: float
    effect: float | None
    wins: int
    ties: int
    losses: int
    p: float
    p_holm: float
    detectable: float


def paired(pairs: Sequence[Pair], measures: Sequence[str]) -> tuple[PairedTest, ...]:
    """Every measure that some pair has on both sides."""
    names = [m for m in measures if any(m in a and m in b for a, b in pairs)]
    if not names:
        return ()
    old = np.array([[a.get(name, np.nan) for name in names] for a, _ in pairs])
    new = np.array([[b.get(name, np.nan) for name in names] for _, b in pairs])
    differences = new - old
    lows, highs = mean_intervals(differences)
    raw = p_values(differences)
    corrected = holm([float(p) for p in raw])
    return tuple(
        _test(name, old[:, i], new[:, i], (lows[i], highs[i]), (float(raw[i]), corrected[i]))
        for i, name in enumerate(names)
    )


def _test(
    name: str,
    old: NDArray[np.float64],
    new: NDArray[np.float64],
    ends: tuple[float, float],
    p: tuple[float, float],
) -> PairedTest:
    both = ~np.isnan(new - old)
    old, new = old[both], new[both]
    differences = new - old
    return PairedTest(
        name,
        len(differences),
        float(old.mean()),
        float(new.mean()),
        float(differences.mean()),
        float(ends[0]),
        float(ends[1]),
        effect_size(differences),
        int((differences > 0).sum()),
        int((differences == 0).sum()),
        int((differences < 0).sum()),
        *p,
        smallest_detectable(differences),
    )
