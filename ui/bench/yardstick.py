"""The yardstick: a matrix product of fixed size, which every machine runs as fast as it can."""

import time

import numpy as np

SIZE = 1024
"""Rows and columns: 2.1 billion multiplications and additions, some 20 ms on two cores."""


class Yardstick:
    """Measures itself once per call; call it between the things that are measured."""

    def __init__(self) -> None:
        source = np.random.default_rng(0)
        self._left = source.standard_normal((SIZE, SIZE), dtype=np.float32)
        self._right = source.standard_normal((SIZE, SIZE), dtype=np.float32)
        self.seconds()

    def seconds(self) -> float:
        """Wall seconds of one product."""
        began = time.perf_counter()
        self._left @ self._right
        return time.perf_counter() - began
