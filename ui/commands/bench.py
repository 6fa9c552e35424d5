"""`pincite bench`: speed and memory, beside something that every machine can run."""

from typing import Annotated

import typer

from ui.options import AsJson, IndexDir


def bench_command(
    index: IndexDir = None,
    as_json: AsJson = False,
    rounds: Annotated[int, typer.Option(metavar="N", min=2, help="Questions that are asked.")] = 40,
) -> None:
    """Measure speed and memory, each beside a yardstick.

    The yardstick is taken in the same minute, so a ratio says more than seconds: it stays much
    the same when the machine is busy or slow. Questions are made of the articles' own sentences.
    The index is not changed.

    \b
    pincite bench
    pincite bench --index var/clippings --rounds 200 --json
    """
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
