"""Which FAISS index holds how many vectors, and how many of its lists a search looks into."""

import os
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

# Its own types describe the C++ calls, not the Python ones.
_FAISS: Any = faiss

Vectors = NDArray[np.float32]

EXACT_UP_TO = 100_000
"""An exact scan of so many vectors takes 6 ms, and nothing is lost (docs/adr/0014)."""

NEEDED = 50
"""Passages that a question's pool takes from this search."""

RECALL = 0.98
"""Of the passages that an exact search finds, the least that ours must find."""

_PER_LIST = 50
_SAMPLED = 200
# Of a question to its nearest passage: .72 on MultiHop-RAG, .55 where no passage answers it.
_QUESTION_COSINE = 0.6
_BLOCK = 20_000


def lists_for(count: int) -> int:
    """Twice the square root: lists to choose from and vectors in the chosen ones cost the same."""
    return int(2 * count**0.5)


def exact_index(dimensions: int) -> Any:
    """Vectors as they are, each compared, under rows of our own."""
    return _FAISS.IndexIDMap(_FAISS.IndexFlatIP(dimensions))


def listed_index(vectors: Vectors, lists: int) -> Any:
    """Empty lists around centres learnt from a fixed sample of the vectors; a byte a dimension."""
    count, dimensions = vectors.shape
    _FAISS.omp_set_num_threads(os.cpu_count() or 1)  # a search in this thread may have set one
    index = _FAISS.IndexIVFScalarQuantizer(
        _FAISS.IndexFlatIP(dimensions),
        dimensions,
        lists,
        faiss.ScalarQuantizer.QT_8bit,
        faiss.METRIC_INNER_PRODUCT,
    )
    some = sample(count, _PER_LIST * lists)
    index.train(np.ascontiguousarray(vectors[some]))
    return index


def add(index: Any, rows: NDArray[np.int64], vectors: Vectors) -> None:
    """Add in blocks, so that `vectors` may be a mapped file larger than the memory."""
    for at in range(0, len(rows), _BLOCK):
        some = slice(at, at + _BLOCK)
        index.add_with_ids(np.ascontiguousarray(vectors[some]), rows[some])


def choose_probes(index: Any, vectors: Vectors, rows: NDArray[np.int64]) -> float:
    """Set how many lists are searched: the fewest, to an eighth, that reach `RECALL`.

    Measured against an exact scan with a fixed sample of the vectors themselves, moved as far away
    as questions lie from the passages that answer them: with the vectors as they are, a quarter of
    the lists seems enough. Gives the recall that was reached.
    """
    asked = like_questions(vectors[sample(len(rows), _SAMPLED)])
    right = _nearest(vectors, rows, asked)

    def recall(probes: int) -> float:
        index.nprobe = probes
        return _recall(index.search(asked, right.shape[1])[1], right)

    few, probes = 0, 1
    while (reached := recall(probes)) < RECALL and probes < index.nlist:
        few, probes = probes, min(2 * probes, index.nlist)
    while probes - few > max(1, probes // 8):
        between = (few + probes) // 2
        if (found := recall(between)) >= RECALL:
            probes, reached = between, found
        else:
            few = between
    index.nprobe = probes
    return reached


def like_questions(vectors: Vectors) -> Vectors:
    """The vectors moved aside, the same way each time, as far as questions lie from passages."""
    aside = np.random.default_rng(0).standard_normal(vectors.shape)
    aside *= (1 / _QUESTION_COSINE**2 - 1) ** 0.5 / vectors.shape[1] ** 0.5
    moved = vectors + aside
    return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), dtype=np.float32)


def _nearest(vectors: Vectors, rows: NDArray[np.int64], asked: Vectors) -> NDArray[np.int64]:
    heap = _FAISS.ResultHeap(len(asked), min(NEEDED, len(rows)), keep_max=True)
    for at in range(0, len(rows), _BLOCK):
        block = np.ascontiguousarray(vectors[at : at + _BLOCK])
        width = min(NEEDED, len(block))
        scores, places = _FAISS.knn(asked, block, width, faiss.METRIC_INNER_PRODUCT)
        heap.add_result(scores, rows[at : at + _BLOCK][places])
    heap.finalize()
    return np.asarray(heap.I, dtype=np.int64)


def _recall(found: NDArray[np.int64], right: NDArray[np.int64]) -> float:
    pairs = zip(found.tolist(), right.tolist(), strict=True)
    return float(np.mean([len(set(ours) & set(exact)) / len(exact) for ours, exact in pairs]))


def sample(count: int, most: int) -> NDArray[np.int64]:
    """At most so many of `count` places, rising, always the same ones."""
    if count <= most:
        return np.arange(count)
    return np.sort(np.random.default_rng(0).choice(count, most, replace=False))
