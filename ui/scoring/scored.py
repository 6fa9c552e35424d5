"""One dataset scored, printed and reported; compared and gated where asked."""

from dataclasses import dataclass
from pathlib import Path

import typer

from eval.compare import Comparison, compare
from eval.datasets import read_dataset, sample
from eval.errors import GateError
from eval.evaluate import evaluate, evaluate_saved
from eval.fixed_set import read_fixed
from eval.gate import check, read_gate
from eval.gate_baseline import read_baseline
from eval.gate_file import accept
from eval.kept_records import read_times
from eval.printed import printed
from eval.report.files import write_report
from eval.run import Run
from eval.schema import Dataset
from eval.written import read_run, write_run
from rag.settings import Settings
from ui.default_articles import default_articles
from ui.printable import printable
from ui.progress import progress_shown

CHECK_FAILED = 1
FAULTS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for; `own_index` builds the dataset's own index where none was named."""

    dataset: Path | None
    out: Path | None
    own_index: bool
    compare: Path | None = None
    replies: Path | None = None
    run: Path | None = None
    limit: int | None = None
    resume: bool = False
    gate: bool = False
    accept: bool = False


def dataset_of(path: Path | None, limit: int | None) -> Dataset:
    """The dataset named, or the fixed set; a part of it where there is a limit."""
    found = read_dataset(path) if path else read_fixed(default_articles())
    return sample(found, limit) if limit else found


def score(wanted: Wanted, settings: Settings) -> None:
    """Score, print, write.

    Raises:
        typer.Exit: with code 1 when a quote is not verified or the gate is not passed.
    """
    if (wanted.gate or wanted.accept) and (wanted.dataset or wanted.limit):
        raise GateError("The gate judges the fixed set whole; leave DATASET and --limit away.")
    before = read_run(wanted.compare) if wanted.compare else None
    dataset = dataset_of(wanted.dataset, wanted.limit)
    part = f"-{wanted.limit}" if wanted.limit else ""
    folder = wanted.out or Path("var/eval") / f"{dataset.name}{part}"
    run = _run(wanted, settings, dataset, folder)
    write_run(folder, run)
    compared = _compared(before, run, wanted.compare, folder)
    page = write_report(folder, run, dataset.articles, read_times(folder), compared)
    typer.echo("\n".join(printed(run)))
    for line in (*run.faults[:FAULTS_SHOWN], *([compared.sentence] if compared else [])):
        typer.echo(printable(line))
    typer.echo(f"Report: {page}", err=True)
    if wanted.accept:
        accept(read_gate(), run)
        typer.echo("The gate now holds these scores; look at the change before you commit it.")
    elif wanted.gate:
        _gated(run)
    if run.faults:
        raise typer.Exit(CHECK_FAILED)


def _run(wanted: Wanted, settings: Settings, dataset: Dataset, folder: Path) -> Run:
    own = wanted.own_index
    with progress_shown() as told:
        if wanted.replies or wanted.run:
            return evaluate_saved(
                dataset, settings, wanted.replies, wanted.run, own_index=own, progress=told
            )
        return evaluate(
            dataset, settings, folder, own_index=own, resume=wanted.resume, progress=told
        )


def _compared(
    before: Run | None, now: Run, earlier: Path | None, folder: Path
) -> Comparison | None:
    if before is None or earlier is None:
        return None
    return compare(before, now, earlier.name, folder.name)


def _gated(run: Run) -> None:
    reasons = check(read_gate(), run, read_baseline())
    if not reasons:
        typer.echo("Gate: passed.")
        return
    typer.echo("Gate: NOT passed.")
    for reason in reasons:
        typer.echo(f"  {printable(reason)}")
    raise typer.Exit(CHECK_FAILED)
