"""Writing `gate.toml` anew from a run that was looked at and accepted."""

import json
from dataclasses import replace
from pathlib import Path

from eval.fixed_set import locked_sha256
from eval.gate import GATE, Bound, Gate
from eval.gate_baseline import BASELINE, write_baseline
from eval.run import Run
from eval.written import replace_text

_HEAD = """\
# The gate of `pincite eval --gate`: exit code 1 on an unverified quote, a lost must-pass question,
# a score below its bound, or a drop that the paired test shows. Written by `pincite eval --accept`,
# which takes over the scores of the run and the hash of the fixed set; look at the change before it
# is committed.
"""


def accept(gate: Gate, run: Run, path: Path = GATE, baseline: Path = BASELINE) -> Gate:
    """The gate with the run's scores and the present fixed set; tolerances and musts stay."""
    group = next(g for g in run.groups if (g.kind, g.name) == ("half", gate.half))
    scores = {
        name: Bound(round(group.figures[name].value, 4), bound.tolerance)
        for name, bound in gate.scores.items()
        if name in group.figures
    }
    accepted = replace(gate, fixed_sha256=locked_sha256(), scores=scores)
    replace_text(path, toml_of(accepted))
    write_baseline(run, list(scores), baseline)
    return accepted


def toml_of(gate: Gate) -> str:
    """The gate as its file; JSON strings are TOML strings."""
    lines = [
        _HEAD,
        f"command = {json.dumps(gate.command)}",
        f"fixed_sha256 = {json.dumps(gate.fixed_sha256)}",
        f"half = {json.dumps(gate.half)}",
        f"alpha = {gate.alpha}",
        "must_pass = [",
        *(f"  {json.dumps(qid)}," for qid in gate.must_pass),
        "]",
    ]
    for name, bound in gate.scores.items():
        lines += [
            "",
            f"[scores.{json.dumps(name)}]",
            f"score = {bound.score}",
            f"tolerance = {bound.tolerance}",
        ]
    return "\n".join(lines) + "\n"
