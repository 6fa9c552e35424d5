"""`pincite doctor`: is everything on the disk as it was written?"""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ui.options import AsJson, IndexDir

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.finding import Finding


def doctor_command(index: IndexDir = None, as_json: AsJson = False) -> None:
    """Check the index, and the conversations, judgements and runs beside it; change nothing.

    Every file is read and held against the checksums noted when it was written: texts, titles,
    sources, dates and vectors; both searches have the passages that the articles have. Each damage
    is named, with how to mend it, and so is what a stopped process left. Exit code 0 if all is
    sound, 1 if something is damaged.

    \b
    pincite doctor
    pincite doctor --index ~/index --json | jq '.[] | select(.kind == "damage")'
    """
    from pydantic import TypeAdapter

    from index.finding import Finding
    from ui.configured import configured
    from ui.pretty_findings import print_findings
    from ui.terminal import out

    folder = configured(index).index
    findings = list(_findings(folder))
    if as_json:
        typer.echo(TypeAdapter(list[Finding]).dump_json(findings, indent=2))
    else:
        print_findings(out(), findings, folder)
    if any(each.kind == "damage" for each in findings):
        raise typer.Exit(1)


def _findings(folder: Path) -> "Iterator[Finding]":
    from eval.examine import examine_judgements, examine_runs
    from index.examine import examine
    from ui.chat.examine import examine_conversations

    yield from examine(folder)
    yield from examine_conversations(folder.parent / "conversations.sqlite")
    yield from examine_judgements(folder.parent / "judgements.jsonl")
    yield from examine_runs(folder.parent / "eval")
