"""`pincite eval`: how good is it, for which questions, and did a change help."""

from pathlib import Path
from typing import Annotated

import typer

from ui.options import IndexDir, WriterModel


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
    gate: Annotated[
        bool, typer.Option("--gate", help="Exit code 1 if eval/gate.toml is not kept.")
    ] = False,
    accept: Annotated[
        bool, typer.Option("--accept", help="Take this run over into eval/gate.toml.")
    ] = False,
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
    sweep: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Try a grid of settings from a TOML file.")
    ] = None,
    followups: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Compare follow-ups with human rewrites.")
    ] = None,
    parts: Annotated[
        bool, typer.Option("--parts", help="Compare ways to take a question apart.")
    ] = False,
    review: Annotated[
        bool, typer.Option("--review", help="Show the judgements that came from the chat.")
    ] = False,
    promote: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Put judgements into a dataset folder.")
    ] = None,
    judgement: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Which to promote; repeatable.")
    ] = None,
    writer: WriterModel = None,
    labels: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Try a writer's check on judged statements."),
    ] = None,
) -> None:
    """Score retrieval and answers on questions with known evidence.

    Prints the measures and writes run.json, questions.jsonl, questions.csv, run.trec, report.md
    and report.html. Exit code 1 if a quote is not the articles' own words.

    \b
    pincite eval                                 the fixed set over the five articles
    pincite eval DATASET                         corpus.jsonl and questions.jsonl, BEIR, or SQuAD
    pincite eval DATASET --replies replies.jsonl what pincite batch saved, scored
    pincite eval --compare var/eval/before       did the change help?
    pincite eval --gate                          is anything worse than it was?
    pincite eval DATASET --sweep sweep.toml      [grid] passage_tokens = [120, 160, 200]
    pincite eval --review                        what the chat's readers thought
    pincite eval --writer openai:URL#MODEL       does a language model help or harm?
    pincite eval --followups FILE --writer ...   does it put follow-ups better than the rules?
    pincite eval DATASET --parts --writer ...    does it take questions apart better?
    """
    from ui.configured import configured

    settings = configured(index, writer=writer)
    if review or promote:
        from ui.scoring import judged

        judged.promote(promote, judgement or (), settings) if promote else judged.review()
    elif followups:
        from ui.scoring.followed import follow_ups

        follow_ups(followups, limit, out, settings)
    elif parts:
        from ui.scoring.parted import taken_apart

        taken_apart(dataset, limit, out, settings, own_index=index is None)
    elif labels:
        from ui.scoring.with_writer import labelled

        labelled(labels, limit, settings)
    elif writer:
        from ui.scoring.with_writer import with_writer

        with_writer(dataset, limit, out, settings, own_index=index is None, resume=resume)
    elif sweep:
        from ui.scoring.swept import sweep as swept

        swept(sweep, dataset, limit, out, settings)
    else:
        from ui.scoring.scored import Wanted, score

        own = index is None
        wanted = (dataset, out, own, compare, replies, run, limit, resume, gate, accept)
        score(Wanted(*wanted), settings)
