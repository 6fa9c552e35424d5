"""Judgements and runs kept beside an index, read through for damage; nothing is changed."""

from collections.abc import Iterator
from pathlib import Path

from eval.errors import DatasetError
from eval.judgements import quarantined
from eval.written import read_run
from index.finding import Finding


def examine_judgements(path: Path) -> Iterator[Finding]:
    """The file of thumbs, line by line, up to the first that is none."""
    try:
        quarantined(path)
    except DatasetError as error:
        yield Finding("damage", f"{error}.", "Take that line out; the others are whole.")


def examine_runs(folder: Path) -> Iterator[Finding]:
    """Every run in the folder, and what runs that were stopped left."""
    for home in sorted(each for each in folder.glob("*") if each.is_dir()):
        if (home / "run.json").is_file():
            try:
                read_run(home)
            except DatasetError as error:
                mend = f"Score it again with: pincite eval --out {home}"
                yield Finding("damage", f"{error}.", mend)
        elif (home / "records.jsonl").is_file():
            yield Finding(
                "left_over",
                f"{home} is a run that was stopped.",
                f"Go on with: pincite eval --out {home} --resume",
            )
        for draft in sorted(home.glob(".*.new")):
            yield Finding("left_over", f"{draft} is a draft that nobody reads.", "Remove it.")
