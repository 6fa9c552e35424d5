"""A run on disk: `run.json`, questions as JSON lines and CSV, TREC files, times apart."""

import csv
import io
import os
from collections.abc import Sequence
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.errors import DatasetError
from eval.outcome import Outcome
from eval.readers.lines import reason, text_of
from eval.run import RUN, Run
from rag.schema import Seconds

_TIMES = TypeAdapter(dict[str, Seconds])


def write_run(folder: Path, run: Run) -> None:
    """Everything that is the same whenever the same run is made again."""
    folder.mkdir(parents=True, exist_ok=True)
    replace_text(folder / "run.json", RUN.dump_json(run, indent=1).decode() + "\n")
    replace_text(folder / "questions.csv", _csv(run.outcomes))


def write_times(folder: Path, times: dict[str, Seconds]) -> None:
    """Seconds by question: the only file that differs between two runs of the same thing."""
    replace_text(folder / "times.json", _TIMES.dump_json(times, indent=1).decode() + "\n")


def read_run(path: Path) -> Run:
    """A run from its folder or its `run.json`.

    Raises:
        DatasetError: it is not there or not a run of this version.
    """
    file = path / "run.json" if path.is_dir() else path
    try:
        return RUN.validate_json(text_of(file))
    except ValidationError as error:
        raise DatasetError(file, None, f"it is no run of this version ({reason(error)})") from None


def read_times(folder: Path) -> dict[str, Seconds]:
    """The times beside a run; empty where none were kept."""
    file = folder / "times.json"
    return _TIMES.validate_json(file.read_bytes()) if file.is_file() else {}


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
