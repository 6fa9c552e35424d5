"""A run on disk: `run.json`, with its questions as JSON lines and as CSV."""

import csv
import hashlib
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.errors import DatasetError
from eval.outcome import Outcome
from eval.readers.lines import read_lines, reason, text_of
from eval.run import Provenance, Run
from eval.summary import Group
from index.errors import UnwrittenError
from index.replaced import replace_file


@dataclass(frozen=True, slots=True)
class RunFile:
    """What `run.json` holds: a run without its questions, and the sha256 of their file."""

    provenance: Provenance
    groups: tuple[Group, ...]
    questions_sha256: str | None = None


_QUESTIONS = "questions.jsonl"
_NEXT = ".questions.jsonl.next"
_RUN = TypeAdapter(RunFile)
_OUTCOME = TypeAdapter(Outcome)


def write_run(folder: Path, run: Run) -> None:
    """Everything that is the same whenever the same run is made again.

    `run.json` names its questions by their sha256, and they lie beside the old ones before it is
    replaced: whenever this ends, a reader has the old run or the new one.

    Raises:
        UnwrittenError: the disk did not take it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lines = "".join(_OUTCOME.dump_json(outcome).decode() + "\n" for outcome in run.outcomes)
    head = RunFile(run.provenance, run.groups, hashlib.sha256(lines.encode()).hexdigest())
    replace_text(folder / _NEXT, lines)
    replace_text(folder / "run.json", _RUN.dump_json(head, indent=1).decode() + "\n")
    with _told(folder / _QUESTIONS):
        (folder / _NEXT).replace(folder / _QUESTIONS)
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
    questions = _questions(folder, head.questions_sha256)
    outcomes = (outcome for _, outcome in read_lines(questions, _OUTCOME))
    return Run(head.provenance, head.groups, tuple(outcomes))


def _questions(folder: Path, sha256: str | None) -> Path:
    """The file that `run.json` means."""
    if sha256 is None:  # of a version that noted none
        return folder / _QUESTIONS
    for name in (_QUESTIONS, _NEXT):
        file = folder / name
        if file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == sha256:
            return file
    raise DatasetError(folder / _QUESTIONS, None, "it is not the one of run.json; score it again")


def replace_text(path: Path, text: str) -> None:
    """Write a file whole or not at all.

    Raises:
        UnwrittenError: the disk did not take it.
    """
    with _told(path):
        replace_file(path, text.encode())


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnwrittenError(path, error) from error


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
