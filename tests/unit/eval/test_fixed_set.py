from pathlib import Path

import pytest

from eval.fixed_set import QUESTIONS, half, locked_sha256, read_fixed
from eval.gate import read_gate
from eval.schema import Dataset

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="module")
def fixed() -> Dataset:
    return read_fixed(SEEDS)


def test_the_set_is_as_large_as_was_asked(fixed: Dataset) -> None:
    def of(kind: str) -> int:
        return sum(kind in q.types for q in fixed.questions)

    assert len(fixed.questions) >= 120
    assert sum(not q.answerable for q in fixed.questions) >= 30
    kinds = ("variant", "damage", "figure", "attribution", "several", "differ", "followup")
    assert {kind: of(kind) >= 10 for kind in kinds} == dict.fromkeys(kinds, True)
    assert all(q.history for q in fixed.questions if "followup" in q.types)


def test_every_answerable_question_has_gold_spans(fixed: Dataset) -> None:
    for question in fixed.questions:
        assert question.answerable == bool(question.evidence), question.qid
        assert all(piece.spans for piece in question.evidence), question.qid
        assert question.gold_of == "text" or not question.answerable


def test_the_halves_are_derived_and_both_are_there(fixed: Dataset) -> None:
    halves = [half(q.qid) for q in fixed.questions]
    assert {"tune", "judge"} == set(halves)
    assert 0.4 < halves.count("judge") / len(halves) < 0.6
    assert (half("fx-001"), half("fx-001")) == (half("fx-001"), "tune")


def test_the_set_is_the_one_that_the_gate_locks() -> None:
    assert locked_sha256(QUESTIONS) == read_gate().fixed_sha256


def test_the_gate_names_questions_of_the_judging_half(fixed: Dataset) -> None:
    known = {q.qid for q in fixed.questions}
    gate = read_gate()
    assert set(gate.must_pass) <= known
    assert {half(qid) for qid in gate.must_pass} <= {gate.half}
