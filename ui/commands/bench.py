"""`pincite bench`: speed and memory, beside something that every machine can run."""

from pathlib import Path
from typing import Annotated

import typer

from ui.options import AsJson, IndexDir


def bench_command(
    index: IndexDir = None,
    as_json: AsJson = False,
    rounds: Annotated[int, typer.Option(metavar="N", min=2, help="Questions that are asked.")] = 40,
    peers: Annotated[
        Path | None,
        typer.Option(metavar="DATASET", help="Compare with other systems over a dataset."),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="With --peers: only this system; repeatable."),
    ] = None,
    articles: Annotated[
        int | None, typer.Option(metavar="N", min=20, help="With --peers: articles that are taken.")
    ] = None,
    repeats: Annotated[
        int, typer.Option(metavar="N", min=1, help="With --peers: times that each is run.")
    ] = 3,
    usual: Annotated[
        bool,
        typer.Option("--usual", help="With --peers: the others encode with MiniLM in torch."),
    ] = False,
    to: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="With --peers: write the result as JSON."),
    ] = None,
) -> None:
    """Measure speed and memory, each beside a yardstick.

    The yardstick is taken in the same minute, so a ratio says more than seconds: it stays much
    the same when the machine is busy or slow. Questions are made of the articles' own sentences.
    The index is not changed.

    With --peers, LlamaIndex, Haystack, txtai and verbatim-rag do the same work as Pincite, each in
    a process of its own, over a sample of --rounds questions (docs/measurements.md).

    \b
    pincite bench
    pincite bench --index var/clippings --rounds 200 --json
    pincite bench --peers clapnq --rounds 150 --repeats 3
    """
    if peers is not None:
        from ui.bench.peers.command import run_peers

        run_peers(peers, articles, rounds, repeats, tuple(only or ()), usual, as_json, to)
        return
    from pydantic import TypeAdapter

    from ui.bench.measure import Measured, measure
    from ui.bench.pretty import print_measured
    from ui.configured import configured
    from ui.progress import progress_shown
    from ui.terminal import out

    with progress_shown() as told:
        measured = measure(configured(index), rounds, told)
    if as_json:
        typer.echo(TypeAdapter(tuple[Measured, ...]).dump_json(measured, indent=2))
    else:
        print_measured(out(), measured)
