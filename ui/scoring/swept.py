"""A grid of settings tried on one dataset, drawn and printed."""

from pathlib import Path

import typer

from eval.report.sweep_page import lines_of, sentence, sweep_markdown, sweep_page
from eval.sweep import Tried, read_sweep, run_sweep
from eval.written import replace_text
from rag.settings import Settings
from ui.printable import printable
from ui.progress import progress_shown
from ui.scoring.scored import dataset_of


def sweep(
    file: Path, dataset: Path | None, limit: int | None, out: Path | None, settings: Settings
) -> None:
    """Try every combination; the pages are rewritten after each, so that a stop loses nothing."""
    found = dataset_of(dataset, limit)
    folder = out or Path("var/eval") / f"{file.stem}-{found.name}"
    tried: list[Tried] = []
    with progress_shown() as told:
        for each in run_sweep(read_sweep(file), found, settings, folder, told):
            tried.append(each)
            lines = lines_of(tried)
            replace_text(folder / "sweep.md", sweep_markdown(lines, found.name))
            replace_text(folder / "sweep.html", sweep_page(lines, found.name))
    lines = lines_of(tried)
    typer.echo(printable(sentence(lines)))
    measure = lines[0].measure
    for line in lines:
        figure = line.figures[measure]
        typer.echo(f"  {figure.value:.3f}  {line.seconds:.2f} s  {printable(line.name)}")
    typer.echo(f"Report: {folder / 'sweep.html'}", err=True)
