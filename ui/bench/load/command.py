"""What `pincite bench --load` does."""

from pathlib import Path

import typer
from pydantic import TypeAdapter
from rich.markdown import Markdown

from rag.settings import Settings
from ui.bench.load.report import LoadReport
from ui.bench.load.run import run_load
from ui.bench.load.table import table
from ui.progress import progress_shown
from ui.terminal import out

_REPORT = TypeAdapter(LoadReport)


def run(settings: Settings, people: int, minutes: float, as_json: bool, to: Path | None) -> None:
    """Run and print; with `to`, JSON and table go to files of that name.

    Raises:
        BadInputError: the server did not start.
        typer.Exit: with 1 if anything was lost, went wrong or was left behind.
    """
    with progress_shown() as told:
        made = run_load(settings, people, minutes, told)
    written = _REPORT.dump_json(made, indent=2)
    if to is not None:
        to.parent.mkdir(parents=True, exist_ok=True)
        to.with_suffix(".json").write_bytes(written + b"\n")
        to.with_suffix(".md").write_text(table(made) + "\n", encoding="utf-8")
    if as_json:
        typer.echo(written)
    else:
        out().print(Markdown(table(made)))
    if not whole(made):
        raise typer.Exit(1)


def whole(made: LoadReport) -> bool:
    """Whether nothing was lost, nothing went wrong, and whoever vanished left nothing behind."""
    wrong = made.lost + made.running + made.waiting + sum(made.errors.values())
    wrong += made.ended.get("error", 0) + made.ended.get("failed", 0)
    return wrong == 0 and made.freed.ended == made.freed.vanished
