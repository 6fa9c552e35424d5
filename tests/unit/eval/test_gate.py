from dataclasses import replace
from pathlib import Path

import pytest

from eval.errors import GateError
from eval.fixed_set import half
from eval.gate import GATE, Bound, Gate, check, read_gate
from eval.gate_baseline import read_baseline, write_baseline
from eval.gate_file import accept, toml_of
from eval.run import Provenance, Run, scored_run
from eval.schema import Dataset, Record
from eval.score import score
from index.schema import Passage

LOCK = "0" * 64


@pytest.fixture
def run(dataset: Dataset, records: list[Record], passages: list[Passage]) -> Run:
    """Each question forty times, so that a drop can be significant."""
    outcomes = score(dataset, records, passages, read=2)
    many = [replace(o, qid=f"{o.qid}-{n}") for n in range(40) for o in outcomes]
    of = Provenance("s", "fixed", dataset.sha256, len(many), None, False)
    return scored_run(dataset, many, of, halves=True)


@pytest.fixture
def gate(run: Run) -> Gate:
    group = next(g for g in run.groups if g.name == "judge")
    names = ("right outcome", "area under risk-coverage")
    scores = {name: Bound(group.figures[name].value, 0.05) for name in names}
    return Gate("pincite eval --gate", LOCK, "judge", 0.05, ("q1-0",), scores)


def values_of(run: Run) -> dict[str, dict[str, float]]:
    return {o.qid: dict(o.values) for o in run.outcomes}


def lost(run: Run, qids: set[str]) -> Run:
    gone = {"right outcome": 0.0}
    changed = [replace(o, values=o.values | gone) if o.qid in qids else o for o in run.outcomes]
    of = run.provenance
    return scored_run(Dataset("fixed", {}, (), ""), changed, of, halves=True)


def test_the_same_run_passes(gate: Gate, run: Run) -> None:
    assert check(gate, run, values_of(run), LOCK) == []


def test_a_lost_must_pass_question_fails(gate: Gate, run: Run) -> None:
    (reason,) = check(replace(gate, scores={}), lost(run, {"q1-0"}), {}, LOCK)
    assert "must-pass question q1-0 is lost" in reason
    (reason,) = check(replace(gate, must_pass=("q9",), scores={}), run, {}, LOCK)
    assert reason == "must-pass question q9 was not asked"


def test_a_drop_beyond_tolerance_fails_and_one_within_does_not(gate: Gate, run: Run) -> None:
    judged = [o.qid for o in run.outcomes if half(o.qid) == "judge" and o.stage == "right"]
    judged = [qid for qid in judged if qid != "q1-0"]
    few, some = set(judged[:3]), set(judged[:9])
    assert check(gate, lost(run, few), values_of(run), LOCK) == []
    reasons = check(gate, lost(run, some), {}, LOCK)
    assert len(reasons) == 1
    assert "right outcome is" in reasons[0]
    assert "may lose 0.0500" in reasons[0]


def test_a_significant_drop_fails_even_within_a_wide_tolerance(gate: Gate, run: Run) -> None:
    wide = replace(gate, scores={"right outcome": Bound(0.0, 1.0)})
    judged = [o.qid for o in run.outcomes if half(o.qid) == "judge" and o.stage == "right"]
    changed = lost(run, set(judged) - {"q1-0"})
    (reason,) = check(wide, changed, values_of(run), LOCK)
    assert "right outcome is worse than the baseline" in reason


def test_less_is_better_for_risk(gate: Gate, run: Run) -> None:
    name = "area under risk-coverage"
    good = replace(gate, scores={name: Bound(1.0, 0.0)})
    bad = replace(gate, scores={name: Bound(0.0, 0.01)})
    assert check(good, run, {}, LOCK) == []
    assert check(bad, run, {}, LOCK)[0].startswith(f"{name} is ")


def test_one_unverified_quote_fails(gate: Gate, run: Run) -> None:
    first = replace(run.outcomes[0], faults=("citation 1 is not the article's own words",))
    bad = replace(run, outcomes=(first, *run.outcomes[1:]))
    assert check(gate, bad, {}, LOCK)[0].startswith("unverified: q1-0: citation 1")


def test_a_changed_fixed_set_fails(gate: Gate, run: Run) -> None:
    (reason,) = check(gate, run, values_of(run), "1" * 64)
    assert "pincite eval --accept" in reason


def test_a_measure_that_is_gone_fails(gate: Gate, run: Run) -> None:
    asked = replace(gate, scores={"gone": Bound(0.5, 0.1)})
    assert check(asked, run, {}, LOCK) == ["gone was not measured"]


def test_a_run_without_the_half_fails(gate: Gate, run: Run) -> None:
    whole = replace(run, groups=run.groups[:1])
    assert "has no half 'judge'" in check(gate, whole, {}, LOCK)[-1]


def test_accepting_writes_what_is_read_back(gate: Gate, run: Run, tmp_path: Path) -> None:
    path, baseline = tmp_path / "gate.toml", tmp_path / "baseline.jsonl"
    accepted = accept(gate, run, path, baseline)
    assert read_gate(path) == accepted
    assert accepted.must_pass == gate.must_pass
    assert set(read_baseline(baseline)) == {o.qid for o in run.outcomes}
    assert check(accepted, run, read_baseline(baseline)) == []


def test_a_baseline_keeps_only_the_measures_asked(run: Run, tmp_path: Path) -> None:
    write_baseline(run, ["right outcome"], tmp_path / "b")
    assert {frozenset(v) for v in read_baseline(tmp_path / "b").values()} == {
        frozenset({"right outcome"})
    }


@pytest.mark.parametrize(
    ("text", "reason"), [("command = [", "is not TOML"), ("command = 'x'", "does not fit")]
)
def test_a_bad_gate_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "gate.toml").write_text(text)
    with pytest.raises(GateError, match=reason):
        read_gate(tmp_path / "gate.toml")
    with pytest.raises(GateError, match="cannot be read"):
        read_gate(tmp_path / "gone.toml")


def test_the_gate_of_the_project_is_as_it_would_be_written() -> None:
    assert GATE.read_text(encoding="utf-8") == toml_of(read_gate())
