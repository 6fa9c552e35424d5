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
        typer.Option(
            "--out",
            metavar="FILE",
            help="Write the result as JSON; --scale and --load a table too, --scale a plot.",
        ),
    ] = None,
    scale: Annotated[
        str | None,
        typer.Option(metavar="SIZES", help="Measure made collections of so many passages."),
    ] = None,
    sync: Annotated[
        int | None,
        typer.Option("--sync", metavar="N", min=20, help="Measure syncs of N made-up articles."),
    ] = None,
    load: Annotated[
        int | None,
        typer.Option("--load", metavar="USERS", min=1, help="Ask the chat as so many people do."),
    ] = None,
    minutes: Annotated[
        float, typer.Option(metavar="M", min=0.05, help="With --load: how long they ask.")
    ] = 10,
) -> None:
    """Measure speed and memory, each beside a yardstick.

    The yardstick is taken in the same minute, so a ratio says more than seconds: it stays much
    the same when the machine is busy or slow. Questions are made of the articles' own sentences.
    The index is not changed.

    With --scale, collections of each size are made of the index's own sentences and vectors (other
    names, other numbers; vectors mixed), indexed, measured, and taken away again.

    With --peers, LlamaIndex, Haystack, txtai and verbatim-rag do the same work as Pincite, each in
    a process of its own, over a sample of --rounds questions (docs/measurements.md).

    With --sync, N articles are indexed, seen to be unchanged, and synced after ten of them changed,
    with a stand-in for the model; once as files in folders, once as lines of one file.

    With --load, `pincite chat` is started and asked by so many people at once, as its page does.
    Some vanish in mid-answer, some load the page again; at the end every conversation is read back.
    Exit code 1 if anything was lost, went wrong or was left behind.

    \b
    pincite bench
    pincite bench --index var/clippings --rounds 200 --json
    pincite bench --scale 1000,10000,100000 --out var/scale.json
    pincite bench --sync 20000
    pincite bench --load 200 --minutes 10 --out var/load.json
    pincite bench --peers clapnq --rounds 150 --repeats 3
    """
    if scale is not None:
        from ui.bench.scale.command import run_scale
        from ui.configured import configured

        run_scale(configured(index), scale, rounds, as_json, to)
        return
    if peers is not None:
        from ui.bench.peers.command import run_peers

        run_peers(peers, articles, rounds, repeats, tuple(only or ()), usual, as_json, to)
        return
    if load is not None:
        from ui.bench.load.command import run
        from ui.configured import configured

        run(configured(index), load, minutes, as_json, to)
        return
    if sync is not None:
        from ui.bench.sync_pretty import run_sync

        run_sync(sync, as_json)
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
