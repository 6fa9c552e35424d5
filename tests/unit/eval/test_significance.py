import numpy as np
import pytest

from eval.significance.bootstrap import intervals_of, mean_intervals
from eval.significance.holm import holm
from eval.significance.paired import paired
from eval.significance.power import effect_size, smallest_detectable, smallest_detectable_of
from eval.significance.randomisation import PERMUTATIONS, p_values


def column(*values: float) -> np.ndarray:
    return np.array(values, dtype=np.float64)[:, None]


def test_p_is_never_zero_and_one_where_nothing_differs() -> None:
    assert PERMUTATIONS >= 10_000
    assert p_values(column(*[1.0] * 40))[0] == pytest.approx(1 / (PERMUTATIONS + 1))
    assert p_values(column(0, 0, 0))[0] == 1


def test_p_agrees_with_counting_every_sign() -> None:
    differences = [0.3, -0.1, 0.5, 0.2, 0.4, -0.2]
    signs = np.array(np.meshgrid(*[[1, -1]] * 6)).reshape(6, -1).T
    exact = np.mean(np.abs(signs @ differences) >= abs(sum(differences)) - 1e-12)
    assert p_values(column(*differences))[0] == pytest.approx(exact, abs=0.015)


def test_p_is_the_same_each_time_and_two_sided() -> None:
    up = p_values(column(1, 1, 0, 1, 0, -1))
    assert up == p_values(column(1, 1, 0, 1, 0, -1))
    assert up == p_values(column(-1, -1, 0, -1, 0, 1))


def test_a_question_left_out_counts_for_nothing() -> None:
    with_gap = p_values(column(1, 1, 1, np.nan, 1))[0]
    assert with_gap == pytest.approx(2 / 16, abs=0.02)


def test_holm_by_hand() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert holm([0.5, 0.9]) == [1, 1]
    assert holm([]) == []


def test_intervals_hold_the_mean_and_leave_gaps_out() -> None:
    values = np.array([[1.0, np.nan], [0.0, 0.5], [1.0, 0.5], [0.0, 0.5]])
    low, high = mean_intervals(values)
    assert low[0] < 0.5 < high[0]
    assert (low[1], high[1]) == (0.5, 0.5)


def test_intervals_of_a_whole_run_leave_out_draws_that_lack_it() -> None:
    ends = intervals_of([0, 1], lambda drawn: {"both": 1.0} if len(set(drawn)) == 2 else {})
    assert ends == {"both": (1.0, 1.0)}


def test_effect_and_the_smallest_difference_to_be_seen() -> None:
    differences = np.array([1.0, 0.0, 1.0, 0.0])
    assert effect_size(differences) == pytest.approx(0.5 / differences.std(ddof=1))
    assert effect_size(np.ones(3)) is None
    assert smallest_detectable(differences) == pytest.approx(2.8016 * 0.57735 / 2, rel=1e-3)
    assert smallest_detectable_of(100) == pytest.approx(0.1253, abs=1e-4)


def test_paired_over_the_questions_that_both_have() -> None:
    pairs = [({"m": 0.0, "x": 1.0}, {"m": 1.0}), ({"m": 1.0}, {"m": 0.0}), ({"m": 0.0}, {"m": 0.0})]
    pairs.append(({}, {"m": 1.0}))
    (test,) = paired(pairs, ("x", "m"))
    assert (test.measure, test.n, test.wins, test.ties, test.losses) == ("m", 3, 1, 1, 1)
    assert (test.difference, test.p, test.p_holm) == (0, 1, 1)
    assert paired(pairs, ("x",)) == ()
