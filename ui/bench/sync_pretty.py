"""The table of `pincite bench --sync`."""

import typer
from pydantic import TypeAdapter
from rich.table import Table

from ui.bench.sync import Synced, measure_sync
from ui.progress import progress_shown
from ui.terminal import out


def run_sync(count: int, as_json: bool) -> None:
    """Measure, then print a table or JSON."""
    with progress_shown() as told:
        found = tuple(measure_sync(count, told))
    if as_json:
        typer.echo(TypeAdapter(tuple[Synced, ...]).dump_json(found, indent=2))
        return
    table = Table("form", "step", "seconds", "CPU-s", "MB", "seconds by stage")
    for each in found:
        step = each.step
        stages = ", ".join(f"{name} {seconds:g}" for name, seconds in step.stages.items())
        numbers = (f"{step.seconds:g}", f"{step.cpu_seconds:g}", f"{step.megabytes:.0f}")
        table.add_row(each.form, each.what, *numbers, stages)
    out().print(table)
