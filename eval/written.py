"""A run on disk: `run.json`, with its questions as JSON lines and as CSV."""

import csv
import io
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.errors import DatasetError
from eval.outcome import Outcome
from eval.readers.lines import read_lines, reason, text_of
from eval.run import Provenance, Run
from eval.summary import Group


@dataclass(frozen=True, slots=True)
class RunFile:
    """What `run.json` holds: a run without its questions."""

    provenance: Provenance
    groups: tuple[Group, ...]


_RUN = TypeAdapter(RunFile)
_OUTCOME = TypeAdapter(Outcome)


def write_run(folder: Path, run: Run) -> None:
    """Everything that is the same whenever the same run is made again."""
    folder.mkdir(parents=True, exist_ok=True)
    head = RunFile(run.provenance, run.groups)
    replace_text(folder / "run.json", _RUN.dump_json(head, indent=1).decode() + "\n")
    lines = (_OUTCOME.dump_json(outcome).decode() + "\n" for outcome in run.outcomes)
    replace_text(folder / "questions.jsonl", "".join(lines))
    replace_text(folder / "questions.csv", _csv(run.outcomes))


def read_run(folder: Path) -> Run:
    """A run from its folder.

    Raises:
        DatasetError: there is none, or it is not one of this version.
    """
    file = folder / "run.json"
    try:
        head = _RUN.validate_json(text_of(file))
    except ValidationError as error:
        raise DatasetError(file, None, f"it is no run of this version ({reason(error)})") from None
    outcomes = (outcome for _, outcome in read_lines(folder / "questions.jsonl", _OUTCOME))
    return Run(head.provenance, head.groups, tuple(outcomes))


def replace_text(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    made = path.with_name(f".{path.name}.{os.getpid()}")
    made.write_text(text, encoding="utf-8")
    os.replace(made, path)


def _csv(outcomes: Sequence[Outcome]) -> str:
    names = sorted({name for outcome in outcomes for name in outcome.values})
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    head = ("qid", "question", "slices", "answerable", "answered", "confidence", "stage")
    rows.writerow((*head, "first_right_rank", "first_quote", *names))
    for o in outcomes:
        quote = o.quotes[0].text if o.quotes else ""
        state = (o.answerable, o.answered, o.confidence, o.stage, o.first, _safe(quote))
        values = (f"{o.values[n]:.6g}" if n in o.values else "" for n in names)
        rows.writerow((o.qid, _safe(o.question), " ".join(o.slices), *state, *values))
    return out.getvalue()


def _safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
