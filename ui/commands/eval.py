"""`pincite eval`: how good is it, for which questions, and did a change help."""

from pathlib import Path
from typing import Annotated

import typer

from ui.options import IndexDir

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
        bool, typer.Option("--resume", help="Go on with a run stopped half-way.")
    ] = False,
) -> None:
    """Score retrieval and answers on questions with known evidence.

    \b
    pincite eval                         the fixed set over the five articles
    pincite eval DATASET                 corpus.jsonl and questions.jsonl, BEIR, or SQuAD
    """
    from eval.datasets import read_dataset, sample
    from eval.evaluate import evaluate, evaluate_saved
    from eval.fixed_set import read_fixed
    from eval.printed import printed
    from eval.written import write_run, write_times
    from ui.configured import configured
    from ui.default_articles import default_articles
    from ui.progress import progress_shown

    settings = configured(index)
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
    typer.echo("\n".join(printed(scored)))
    if scored.faults:
        raise typer.Exit(CHECK_FAILED)
