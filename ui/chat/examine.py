"""The file of conversations read through for damage, without a byte of it being changed."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import ValidationError

from index.finding import Finding
from rag.reply_json import load
from ui.chat.conversations import intact

_TRIES = 3
_TURNS = "SELECT name, n, reply, turns.sha256 FROM turns JOIN talks ON talks.id = talk"


def examine_conversations(path: Path) -> Iterator[Finding]:
    """What is wrong with the file, and the turns whose answer is not the one that was kept."""
    if not path.exists():
        return
    said: list[str] = []
    for _ in range(_TRIES):
        # SQLite writes beside a file that it reads, so a copy is read; one that was taken while
        # somebody wrote may look damaged, another will not.
        with TemporaryDirectory() as scratch:
            copy = Path(scratch) / path.name
            try:
                for ending in ("", "-wal"):
                    if (beside := path.with_name(path.name + ending)).exists():
                        shutil.copyfile(beside, copy.with_name(copy.name + ending))
                said = list(_wrong(copy))
            except (OSError, sqlite3.Error) as error:
                said = [f"it cannot be read through ({error})"]
        if not said:
            return
    whole = any(each.startswith("it ") for each in said)
    mend = (
        "Stop the chat and rename the file; the next chat begins a new one."
        if whole
        else "Its words are not shown any more; delete the conversation and ask again."
    )
    yield from (Finding("damage", f"{path}: {each}.", mend) for each in said)


def _wrong(copy: Path) -> Iterator[str]:
    with closing(sqlite3.connect(copy)) as base:
        for (said,) in base.execute("PRAGMA integrity_check(3)"):
            if said != "ok":
                yield f"it is no sound database ({said.splitlines()[-1]})"
        columns = {name for _, name, *_ in base.execute("PRAGMA table_info(turns)")}
        turns = _TURNS if "sha256" in columns else _TURNS.replace("turns.sha256", "NULL")
        for name, n, reply, sealed in base.execute(turns):
            if not intact(reply, sealed) or not _is_reply(reply):
                yield f"answer {n} of the conversation “{name}” is not the one that was kept"


def _is_reply(text: str | None) -> bool:
    try:
        return text is None or bool(load(text))
    except ValidationError:
        return False
