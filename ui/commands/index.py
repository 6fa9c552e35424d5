"""`pincite index`: make the index hold exactly what is under some paths."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.options import AsJson, IndexDir, StoreUrl, WorkersUrl

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on, and sync whenever files change; Ctrl-C ends it.")
    ] = False,
    anew: Annotated[
        bool,
        typer.Option("--anew", help="Read and embed everything again, as after damage."),
    ] = False,
    store: StoreUrl = None,
    workers: WorkersUrl = None,
) -> None:
    """Make the index hold exactly the articles under PATH.

    New articles are added, changed ones read again, deleted ones removed; what did not change is
    not even opened. Files that cannot be read are skipped and named. Reads .txt, .md, .html, .htm,
    .pdf, .docx, .eml and .jsonl.

    \b
    pincite index                        the five articles that come with pincite
    pincite index ~/clippings            a folder, with its subfolders
    pincite index a.jsonl b/ --json      several, and a report for programs
    pincite index ~/clippings --watch    keep it so; a running chat answers from it
    """
    from pydantic import TypeAdapter

    from index.build import BuildReport, build_index
    from ui.configured import configured
    from ui.default_articles import default_articles
    from ui.progress import progress_shown
    from ui.terminal import out

    settings = configured(index, store=store, workers=workers)
    wanted = paths or [default_articles()]

    def synced() -> BuildReport:
        with progress_shown() as told:
            return build_index(wanted, settings, told, anew=anew)

    def show(report: BuildReport) -> None:
        if as_json:
            typer.echo(TypeAdapter(BuildReport).dump_json(report))
        else:
            print_report(out(), report, settings.index)

    show(synced())
    anew = False  # only the first of a watch's syncs
    if watch:
        _go_on(wanted, settings.index, synced, show)


def _go_on(
    paths: "Sequence[Path]",
    index: Path,
    synced: "Callable[[], BuildReport]",
    show: "Callable[[BuildReport], None]",
) -> None:
    """Sync until interrupted; one that fails is said, and leaves the index as it was."""
    from index.build import BuildReport
    from ui.terminal import err
    from ui.watch import syncs

    with suppress(KeyboardInterrupt):
        for outcome in syncs(paths, index, synced):
            if not isinstance(outcome, BuildReport):
                err().print(str(outcome), markup=False)
            elif outcome.added or outcome.changed or outcome.removed:
                show(outcome)


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
