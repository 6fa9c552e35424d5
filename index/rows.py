"""Rows of passages, by which SQLite, FAISS and tantivy know the same passage."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Rows = Sequence[int] | NDArray[np.int64]
