"""The gate: what a change may not make worse, checked on the fixed set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from eval.errors import GateError
from eval.fixed_set import half, locked_sha256
from eval.gate_baseline import Baseline
from eval.headline import LESS_IS_BETTER
from eval.readers.lines import reason
from eval.readers.toml_file import read_toml
from eval.run import Run
from eval.significance.paired import Pair, paired
from eval.summary import Group

GATE = Path(__file__).parent / "gate.toml"


@dataclass(frozen=True, slots=True)
class Bound:
    """A score once reached, and how far below it a run may come out."""

    score: float
    tolerance: float


@dataclass(frozen=True, slots=True)
class Gate:
    """The file. `half` is judged; `alpha` is the level of the test against the baseline."""

    command: str
    fixed_sha256: str
    half: Literal["tune", "judge"]
    alpha: float
    must_pass: tuple[str, ...] = ()
    scores: dict[str, Bound] = field(default_factory=dict)


_GATE = TypeAdapter(Gate)


def read_gate(path: Path = GATE) -> Gate:
    """The gate as its file states it.

    Raises:
        GateError: the file is missing or does not fit.
    """
    try:
        return _GATE.validate_python(read_toml(path, "The gate", GateError))
    except ValidationError as error:
        raise GateError(f"The gate {path} does not fit: {reason(error)}.") from None


def check(gate: Gate, run: Run, baseline: Baseline, fixed_sha256: str | None = None) -> list[str]:
    """Every reason to fail, in words; empty when the gate is passed."""
    reasons = [f"unverified: {fault}" for fault in run.faults]
    if (fixed_sha256 or locked_sha256()) != gate.fixed_sha256:
        reasons.append(
            "the fixed set is not the one that is locked: if the change is meant, run "
            "pincite eval --accept and commit the new hash"
        )
    group = next((g for g in run.groups if (g.kind, g.name) == ("half", gate.half)), None)
    if group is None:
        return [*reasons, f"the run has no half {gate.half!r}: the gate judges the fixed set whole"]
    return reasons + _lost(gate, run) + _dropped(gate, group) + _worse(gate, run, baseline)


def _lost(gate: Gate, run: Run) -> list[str]:
    """Questions that must pass and do not."""
    by_id = {outcome.qid: outcome for outcome in run.outcomes}
    reasons = []
    for qid in gate.must_pass:
        if qid not in by_id:
            reasons.append(f"must-pass question {qid} was not asked")
        elif by_id[qid].values.get("right outcome") != 1.0:
            found = by_id[qid]
            reasons.append(f"must-pass question {qid} is lost ({found.stage}): {found.question}")
    return reasons


def _dropped(gate: Gate, group: Group) -> list[str]:
    """Scores that fell by more than their tolerance."""
    reasons = []
    for name, bound in gate.scores.items():
        figure = group.figures.get(name)
        if figure is None:
            reasons.append(f"{name} was not measured")
        elif _loss(name, bound.score, figure.value) > bound.tolerance + 1e-9:
            reasons.append(
                f"{name} is {figure.value:.4f}, it was {bound.score:.4f} and may lose "
                f"{bound.tolerance:.4f}"
            )
    return reasons


def _worse(gate: Gate, run: Run, baseline: Baseline) -> list[str]:
    """Measures that the paired test, after Holm, calls worse than in the baseline."""
    pairs: Sequence[Pair] = [
        (baseline[outcome.qid], outcome.values)
        for outcome in run.outcomes
        if outcome.qid in baseline and half(outcome.qid) == gate.half
    ]
    return [
        f"{test.measure} is worse than the baseline ({test.old:.4f} to {test.new:.4f}, "
        f"{test.losses} lost, {test.wins} won, p = {test.p_holm:.4f} after Holm)"
        for test in paired(pairs, tuple(gate.scores))
        if test.p_holm < gate.alpha and _loss(test.measure, test.old, test.new) > 0
    ]


def _loss(name: str, old: float, new: float) -> float:
    return new - old if name in LESS_IS_BETTER else old - new


Values = Mapping[str, float]
