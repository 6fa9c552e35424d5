"""Judgements from the chat: shown for review, and promoted into a dataset."""

from collections.abc import Sequence
from pathlib import Path

import typer

from eval.errors import JudgementError
from eval.judgements import QUARANTINE, quarantined
from eval.promote import promote as promote_into
from index.manifest import read as read_manifest
from index.opened import open_contents
from rag.settings import Settings
from ui.printable import printable


def review() -> None:
    """Print every judgement with the id by which it can be promoted."""
    found = quarantined()
    if not found:
        typer.echo(f"No judgement is waiting in {QUARANTINE}.")
    for each in found:
        typer.echo(f"{each.id}  {each.verdict:<4}  {each.at}  {printable(each.question)}")
        typer.echo(f"      “{printable(each.exact)}”")
        typer.echo(f"      {printable(each.article_id)}, characters {each.start}-{each.end}")
        if each.note:
            typer.echo(f"      note: {printable(each.note)}")


def promote(folder: Path, ids: Sequence[str], settings: Settings) -> None:
    """Write the judgements with these ids into a dataset folder.

    Raises:
        JudgementError: no id is given, or one is of no judgement.
    """
    if not ids:
        raise JudgementError("Name what to promote: --judgement ID, as --review prints it.")
    found = {each.id: each for each in quarantined()}
    unknown = [each for each in ids if each not in found]
    if unknown:
        raise JudgementError(
            f"There is no judgement {unknown[0]!r}; pincite eval --review names all."
        )
    contents = open_contents(settings.index, read_manifest(settings.index))
    total, new = promote_into([found[each] for each in ids], contents.articles, folder)
    typer.echo(f"{folder}: {new} questions added, {total} in all.")
