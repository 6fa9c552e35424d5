import pytest

from eval.measures.abstention import Shown, abstention_values, auroc
from eval.measures.risk import Point, area, best_within, risk_coverage, thinned


def shown(answerable: bool, answered: bool, confidence: float, right: bool = False) -> Shown:
    return Shown(answerable, answered, confidence, right)


RUN = [
    shown(True, True, 0.9, True),
    shown(True, True, 0.8),
    shown(True, False, 0.3, True),
    shown(False, True, 0.7),
    shown(False, False, 0.2),
    shown(False, False, 0.1),
]


def test_abstaining_is_the_positive_class() -> None:
    values = abstention_values(RUN)
    assert values["abstention precision"] == pytest.approx(2 / 3)
    assert values["abstention recall"] == pytest.approx(2 / 3)
    assert values["answerable answered"] == pytest.approx(2 / 3)
    assert values["abstention balanced accuracy"] == pytest.approx(2 / 3)
    assert values["confidence AUROC"] == pytest.approx(8 / 9)


def test_what_cannot_be_told_is_left_out() -> None:
    assert set(abstention_values(RUN[:2])) == {"answerable answered"}
    assert set(abstention_values([RUN[2]])) == {"answerable answered"}
    assert set(abstention_values([RUN[3]])) == {"abstention recall"}


def test_auroc_counts_ties_half() -> None:
    assert auroc([1.0, 0.5], [0.5, 0.0]) == pytest.approx(0.875)
    assert auroc([0.5], [0.5]) == 0.5


def test_risk_grows_along_coverage() -> None:
    points = risk_coverage(RUN)
    assert points[0] == Point(0.9, pytest.approx(1 / 6), 0.0)
    assert points[-1] == Point(0.1, 1.0, pytest.approx(4 / 6))
    assert area(points) == pytest.approx((0 + 1 / 2 + 2 / 3 + 2 / 4 + 3 / 5 + 4 / 6) / 6)


def test_equal_confidences_are_answered_together() -> None:
    same = [shown(True, True, 0.5, True), shown(False, True, 0.5)]
    assert risk_coverage(same) == [Point(0.5, 1.0, 0.5)]


def test_the_lowest_threshold_within_the_share() -> None:
    assert best_within(RUN, 0.10) == (0.8, 0.0, pytest.approx(1 / 3))
    assert best_within(RUN, 0.34) == (0.3, pytest.approx(1 / 3), pytest.approx(2 / 3))
    assert best_within([shown(False, True, 0.9)], 0.1) == (None, 0.0, 0.0)


def test_thinning_keeps_the_end() -> None:
    points = [Point(1 - n / 1000, n / 1000, 0.0) for n in range(1, 1001)]
    few = thinned(points, 10)
    assert len(few) == 10
    assert few[-1] == points[-1]
