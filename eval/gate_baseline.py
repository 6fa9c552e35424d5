"""The run that the gate compares with, question by question, and how a new one is accepted."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import TypeAdapter

from eval.readers.lines import read_lines
from eval.run import Run
from eval.written import replace_text

BASELINE = Path(__file__).parent / "gate_baseline.jsonl"

# Values by measure, by question.
Baseline = Mapping[str, Mapping[str, float]]

_LINE = TypeAdapter(dict[str, str | float])


def read_baseline(path: Path = BASELINE) -> dict[str, dict[str, float]]:
    """The values of every question in the baseline.

    Raises:
        DatasetError: the file is missing or a line does not fit.
    """
    baseline: dict[str, dict[str, float]] = {}
    for _, line in read_lines(path, _LINE):
        values = {name: float(value) for name, value in line.items() if name != "qid"}
        baseline[str(line.get("qid"))] = values
    return baseline


def write_baseline(run: Run, measures: Sequence[str], path: Path = BASELINE) -> None:
    """Keep the measures of every question."""
    lines = (
        json.dumps({"qid": o.qid} | {m: round(o.values[m], 6) for m in measures if m in o.values})
        for o in run.outcomes
    )
    replace_text(path, "\n".join(lines) + "\n")
