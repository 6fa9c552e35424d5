"""`pincite eval`: how good is it, for which questions, and did a change help."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.options import IndexDir

if TYPE_CHECKING:
    from eval.compare import Comparison
    from eval.run import Run

CHECK_FAILED = 1


def eval_command(
    dataset: Annotated[
        Path | None,
        typer.Argument(help="Dataset folder or SQuAD .json; default the fixed set over seeds/."),
    ] = None,
    index: IndexDir = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where the run goes (default var/eval/NAME).")
    ] = None,
    compare: Annotated[
        Path | None, typer.Option(metavar="RUN", help="Folder of an earlier run to compare with.")
    ] = None,
    replies: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Score what pincite batch saved.")
    ] = None,
    run: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Score what pincite search saved, or .trec.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Only N questions, spread by hash.")
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with a run that was stopped.")
    ] = False,
) -> None:
    """Score retrieval and answers on questions with known evidence.

    Prints the measures and writes run.json, questions.jsonl, questions.csv, run.trec, report.md
    and report.html. Exit code 1 if a quote is not the articles' own words.

    \b
    pincite eval                                 the fixed set over the five articles
    pincite eval DATASET                         corpus.jsonl and questions.jsonl, BEIR, or SQuAD
    pincite eval DATASET --replies replies.jsonl what pincite batch saved, scored
    pincite eval --compare var/eval/before       did the change help?
    """
    from eval.datasets import read_dataset, sample
    from eval.evaluate import evaluate, evaluate_saved
    from eval.fixed_set import read_fixed
    from eval.printed import printed
    from eval.report.files import write_report
    from eval.written import read_run, read_times, write_run, write_times
    from ui.configured import configured
    from ui.default_articles import default_articles
    from ui.progress import progress_shown

    settings = configured(index)
    before = read_run(compare) if compare else None
    found = read_dataset(dataset) if dataset else read_fixed(default_articles())
    if limit:
        found = sample(found, limit)
    folder = out or Path("var/eval") / found.name
    with progress_shown() as told:
        own = index is None
        if replies or run:
            scored = evaluate_saved(found, settings, replies, run, own_index=own, progress=told)
        else:
            scored, times = evaluate(
                found, settings, folder, own_index=own, resume=resume, progress=told
            )
            write_times(folder, times)
    write_run(folder, scored)
    compared = _compared(before, scored, compare, folder)
    page = write_report(folder, scored, found.articles, read_times(folder), compared)
    typer.echo("\n".join([*printed(scored), *([compared.sentence] if compared else [])]))
    typer.echo(f"Report: {page}", err=True)
    if scored.faults:
        raise typer.Exit(CHECK_FAILED)


def _compared(
    before: "Run | None", now: "Run", earlier: Path | None, folder: Path
) -> "Comparison | None":
    from eval.compare import compare

    if before is None or earlier is None:
        return None
    return compare(before, now, earlier.name, folder.name)
