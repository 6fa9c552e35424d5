from pathlib import Path

import numpy as np

from index.vectors import VectorIndex


def unit(count: int) -> np.ndarray:
    vectors = np.random.default_rng(3).normal(size=(count, 8)).astype("float32")
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_search_is_the_exact_ranking_by_cosine(tmp_path: Path) -> None:
    vectors = unit(50)
    VectorIndex.build(vectors).save(tmp_path / "v")
    found = VectorIndex.open(tmp_path / "v").search(vectors[7], 5)
    expected = np.argsort(-(vectors @ vectors[7]))[:5]
    assert [row for row, _ in found] == expected.tolist()
    assert found[0][0] == 7


def test_equal_scores_are_ordered_by_row() -> None:
    same = np.tile(unit(1), (4, 1))
    assert [row for row, _ in VectorIndex.build(same).search(same[0], 4)] == [0, 1, 2, 3]


def test_only_limits_the_rows_and_no_more_come_than_there_are() -> None:
    vectors = unit(6)
    found = VectorIndex.build(vectors).search(vectors[0], 10, only=[2, 4])
    assert {row for row, _ in found} == {2, 4}
