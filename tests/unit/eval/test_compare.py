from dataclasses import replace

import pytest

from eval.compare import compare
from eval.run import Provenance, Run, scored_run
from eval.schema import Dataset, Record
from eval.score import score
from index.errors import BadInputError
from index.schema import Passage


def run_of(dataset: Dataset, records: list[Record], passages: list[Passage]) -> Run:
    outcomes = score(dataset, records, passages, read=2)
    return scored_run(
        dataset, outcomes, Provenance("s", "d", dataset.sha256, 5, None, False), halves=False
    )


def test_a_lost_question_is_named_first(
    dataset: Dataset, records: list[Record], passages: list[Passage]
) -> None:
    old = run_of(dataset, records, passages)
    silent = replace(records[0], reply=records[4].reply)
    new = run_of(dataset, [silent, *records[1:]], passages)
    found = compare(old, new, "before", "after")
    assert [c.qid for c in found.changes] == ["q1"]
    change = found.changes[0]
    assert (change.difference, change.old_stage, change.new_stage) == (
        -1,
        "right",
        "wrongly silent",
    )
    assert (change.old_quote, change.new_quote) == ("They carried 99 soldiers.", "")
    first = found.tests[0]
    assert (first.measure, first.wins, first.losses) == ("right outcome", 0, 1)
    assert found.sentence.startswith("No difference is shown: right outcome 40.0% with before")


def test_the_same_run_is_called_the_same(
    dataset: Dataset, records: list[Record], passages: list[Passage]
) -> None:
    run = run_of(dataset, records, passages)
    found = compare(run, run, "a", "b")
    assert found.sentence == "a and b have the same right outcome on each of 5 questions."
    assert found.changes == ()
    assert all(test.p_holm == 1 for test in found.tests)


def test_a_clear_win_is_stated(
    dataset: Dataset, records: list[Record], passages: list[Passage]
) -> None:
    run = run_of(dataset, records, passages)
    many = [replace(o, qid=f"{o.qid}-{n}") for n in range(20) for o in run.outcomes]
    worse = [replace(o, values={k: 0.0 for k in o.values}) for o in many]
    found = compare(
        replace(run, outcomes=tuple(worse)), replace(run, outcomes=tuple(many)), "a", "b"
    )
    assert found.sentence.startswith("b is better, and chance hardly explains it: right outcome")


def test_runs_of_other_questions_are_not_compared(
    dataset: Dataset, records: list[Record], passages: list[Passage]
) -> None:
    run = run_of(dataset, records, passages)
    other = replace(run, provenance=replace(run.provenance, dataset_sha256="other"))
    with pytest.raises(BadInputError, match="different questions or articles"):
        compare(run, other, "a", "b")
