"""What `pincite bench --scale` does."""

from pathlib import Path

import typer
from rich.markdown import Markdown

from index.errors import BadInputError
from rag.settings import Settings
from ui.bench.scale.plot import plot
from ui.bench.scale.run import ADAPTER_OF_ALL, run_sizes
from ui.bench.scale.table import table
from ui.progress import progress_shown
from ui.terminal import out

_LEAST = 100


def run_scale(settings: Settings, sizes: str, rounds: int, as_json: bool, to: Path | None) -> None:
    """Measure every size; with `to`, JSON, table and plot go to files of that name.

    Raises:
        BadInputError: a size is no number or too small, or a measured process failed.
    """
    asked = _sizes(sizes)
    with progress_shown() as told:
        made = run_sizes(settings, asked, rounds, told)
    written = ADAPTER_OF_ALL.dump_json(made, indent=2)
    if to is not None:
        to.parent.mkdir(parents=True, exist_ok=True)
        to.with_suffix(".json").write_bytes(written + b"\n")
        to.with_suffix(".md").write_text(table(made) + "\n", encoding="utf-8")
        to.with_suffix(".svg").write_text(plot(made), encoding="utf-8")
    if as_json:
        typer.echo(written)
    else:
        out().print(Markdown(table(made)))


def _sizes(told: str) -> list[int]:
    parts = [part.strip().replace("_", "") for part in told.split(",")]
    sizes = [int(part) for part in parts if part.isdecimal()]
    if len(sizes) != len(parts) or min(sizes) < _LEAST:
        raise BadInputError(
            f"Sizes are numbers of passages from {_LEAST} with commas between them, not {told!r}; "
            "for example --scale 1000,10000"
        )
    return sizes
