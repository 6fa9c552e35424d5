"""What `pincite bench --peers` prints and writes."""

from pathlib import Path

import typer
from pydantic import TypeAdapter

from ui.bench.peers.pretty import print_side_by_side
from ui.bench.peers.side_by_side import Chosen, SideBySide, side_by_side
from ui.progress import progress_shown, said
from ui.terminal import out


def run_peers(
    dataset: Path,
    articles: int | None,
    questions: int,
    rounds: int,
    only: tuple[str, ...],
    usual: bool,
    as_json: bool,
    file: Path | None,
) -> None:
    """Run, print, and write the result where it is wanted."""
    chosen = Chosen(dataset, articles, questions, rounds, only, "usual" if usual else "packaged")
    with progress_shown() as told:
        made = side_by_side(chosen, said, told)
    written = TypeAdapter(SideBySide).dump_json(made, indent=2)
    if file is not None:
        file.write_bytes(written + b"\n")
    if as_json:
        typer.echo(written)
    else:
        print_side_by_side(out(), made)
