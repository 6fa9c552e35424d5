"""`pincite index`: make the index hold exactly what is under some paths."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.options import AsJson, IndexDir

if TYPE_CHECKING:
    from rich.console import Console

    from index.build import BuildReport

SKIPPED_SHOWN = 10
"""Skipped files that are named one by one; `--json` names all."""


def index_command(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH", help="Folders or files; default seeds/."),
    ] = None,
    index: IndexDir = None,
    as_json: AsJson = False,
) -> None:
    """Make the index hold exactly the articles under PATH.

    New articles are added, changed ones read again, deleted ones removed. Files that cannot be
    read are skipped and named. Reads .txt, .md and .jsonl.

    \b
    pincite index                        the five articles that come with pincite
    pincite index ~/clippings            a folder, with its subfolders
    pincite index a.jsonl b/ --json      several, and a report for programs
    """
    from pydantic import TypeAdapter

    from index.build import BuildReport, build_index
    from ui.configured import configured
    from ui.default_articles import default_articles
    from ui.progress import progress_shown
    from ui.terminal import out

    settings = configured(index)
    with progress_shown() as told:
        report = build_index(paths or [default_articles()], settings, told)
    if as_json:
        typer.echo(TypeAdapter(BuildReport).dump_json(report))
        return
    print_report(out(), report, settings.index)


def print_report(console: "Console", report: "BuildReport", index: Path) -> None:
    """What the index holds now, what changed, what was skipped and why."""
    from rich.text import Text

    from ui.counted import counted
    from ui.printable import printable
    from ui.terminal import block

    changes = f"{report.added} added, {report.changed} changed, {report.removed} removed"
    articles = counted(report.articles, "article", "articles")
    holds = f"{index} holds {articles} in {counted(report.passages, 'passage', 'passages')}"
    block(console, Text(f"{holds} ({changes}; {report.seconds:.1f} s)."))
    for skipped in report.skipped[:SKIPPED_SHOWN]:
        line = f"Skipped {printable(skipped.path)}: {printable(skipped.reason)}"
        block(console, Text(line, "yellow"), "", "  ")
    more = len(report.skipped) - SKIPPED_SHOWN
    if more > 0:
        block(console, Text(f"and {more:,} more; --json names them all", "yellow"))
