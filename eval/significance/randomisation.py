"""The paired randomisation test: were two systems alike, any difference could have its sign turned.

Fisher 1935; for retrieval Smucker, Allan and Carterette 2007 (doi:10.1145/1321440.1321528).
"""

import numpy as np
from numpy.typing import NDArray

PERMUTATIONS = 10_000
SEED = 20260102
_BATCH = 500
# Sums of the same numbers in another order differ by this much at most.
_ROUNDING = 1e-9


def p_values(
    differences: NDArray[np.float64], permutations: int = PERMUTATIONS
) -> NDArray[np.float64]:
    """Two-sided p of every column of (questions, measures); NaN marks a question left out.

    p = (b + 1) / (B + 1), where b of B permutations differ at least as much as what was seen
    (Phipson and Smyth 2010, doi:10.2202/1544-6115.1585).
    """
    there = np.nan_to_num(differences)
    seen = np.abs(there.sum(axis=0)) - _ROUNDING
    random = np.random.default_rng(SEED)
    reached = np.zeros(differences.shape[1], dtype=np.int64)
    for begin in range(0, permutations, _BATCH):
        shape = (min(_BATCH, permutations - begin), len(differences))
        signs = random.integers(0, 2, shape, dtype=np.int8).astype(np.float64) * 2 - 1
        reached += (np.abs(signs @ there) >= seen).sum(axis=0)
    p: NDArray[np.float64] = (reached + 1) / (permutations + 1)
    return p
