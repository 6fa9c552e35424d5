from pathlib import Path

import numpy as np
import pytest

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


def clustered(count: int) -> np.ndarray:
    source = np.random.default_rng(4)
    vectors = unit(40)[source.integers(0, 40, count)]
    vectors = vectors + source.normal(size=vectors.shape, scale=0.1)
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype("float32")


EXACT = 500


def test_lists_find_what_an_exact_search_finds(tmp_path: Path) -> None:
    vectors = clustered(3000)
    VectorIndex.build(vectors, exact_up_to=EXACT).save(tmp_path / "v")
    index = VectorIndex.open(tmp_path / "v")
    assert not index.exact
    shared = 0
    for row in range(0, 3000, 100):
        right = set(np.argsort(-(vectors @ vectors[row]))[:50].tolist())
        shared += len(right & {found for found, _ in index.search(vectors[row], 50)})
    assert shared >= 0.95 * 50 * 30


@pytest.mark.parametrize("step", [2, 5, 500])
def test_only_limits_the_rows_of_lists_and_loses_few(step: int) -> None:
    vectors = clustered(3000)
    index = VectorIndex.build(vectors, exact_up_to=EXACT)
    only = np.arange(1, 3000, step)
    right = only[np.argsort(-(vectors[only] @ vectors[1]))][:20].tolist()
    found = [row for row, _ in index.search(vectors[1], 20, only)]
    assert len(found) == min(20, len(only))
    assert set(found) <= set(only.tolist())
    assert len(set(found) & set(right)) >= 0.9 * len(right)


@pytest.mark.parametrize("count", [300, 2000])
def test_vectors_are_added_and_removed_under_their_rows(tmp_path: Path, count: int) -> None:
    vectors = clustered(count)
    rows = np.arange(count) * 3 + 7
    VectorIndex.build(vectors[:-1], rows[:-1], EXACT).save(tmp_path / "v")
    index = VectorIndex.open(tmp_path / "v", to_change=True).add(rows[-1:], vectors[-1:])
    index.remove(rows[:2])
    assert len(index) == count - 2
    assert sorted(index.rows().tolist()) == rows[2:].tolist()
    assert index.search(vectors[-1], 1)[0][0] == rows[-1]
    assert {row for row, _ in index.search(vectors[0], 20)}.isdisjoint(rows[:2].tolist())
    assert np.allclose(index.of(rows[5:8]), vectors[5:8], atol=0.02)


def test_a_collection_that_grows_gets_the_kind_that_fits() -> None:
    vectors = clustered(1200)
    index = VectorIndex.build(vectors[:400], exact_up_to=EXACT).add(
        np.arange(400, 1200), vectors[400:]
    )
    assert not index.exact
    assert sorted(index.rows().tolist()) == list(range(1200))


def test_no_rows_let_through_give_nothing() -> None:
    assert VectorIndex.build(unit(6)).search(unit(6)[0], 3, only=[]) == []
