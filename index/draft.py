"""The next generation of an index while it is made out of the last: a folder nobody reads yet.

SQLite files are copied and changed, tantivy's segments shared, FAISS written anew. A draft that is
given up, or whose process is killed, is a folder that the next build clears.
"""

import shutil
import sqlite3
import uuid
from pathlib import Path

from index.generations import PREFIX, STORE, WORDS
from index.tables import SCHEMA

_UNSAFE = ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE")


def scratch(old: Path | None) -> sqlite3.Connection:
    """Tables of one build, in a file that vanishes with it; the old store stands beside them."""
    base = sqlite3.connect("", isolation_level=None, uri=True)
    base.execute("PRAGMA main.synchronous = OFF")
    base.execute("PRAGMA main.journal_mode = OFF")
    if old is not None:
        _attach_old(base, old)
    return base


def start(base: sqlite3.Connection, folder: Path, old: Path | None) -> Path:
    """A folder with copies of the old store's files, the store attached as `now`.

    A table without a schema's name is from now on the new one.
    """
    home = folder / f"{PREFIX}{uuid.uuid4().hex[:12]}-{uuid.uuid4().hex[:6]}"
    home.mkdir()
    if old is not None:
        base.execute("DETACH old")
        shutil.copyfile(old / STORE, home / STORE)
        shutil.copyfile(old / WORDS, home / WORDS)
    base.execute("ATTACH ? AS now", ((home / STORE).resolve().as_uri(),))
    for unsafe in _UNSAFE:
        base.execute(f"PRAGMA now.{unsafe}")
    if old is None:
        _create(base)
    else:
        _attach_old(base, old)
    base.execute("CREATE TABLE main.freed (row INTEGER PRIMARY KEY)")
    return home


def _attach_old(base: sqlite3.Connection, old: Path) -> None:
    base.execute("ATTACH ? AS old", (f"{(old / STORE).resolve().as_uri()}?mode=ro&immutable=1",))


def _create(base: sqlite3.Connection) -> None:
    for statement in SCHEMA.split(";"):
        if statement.strip():
            base.execute(_in_now(statement.strip()))
    base.execute("INSERT INTO now.counts VALUES (0, 0, 0)")


def _in_now(statement: str) -> str:
    kind, rest = statement.split(" ", 2)[1], statement.split(" ", 2)[2]
    return f"CREATE {kind} now.{rest}"


def let_go(base: sqlite3.Connection) -> None:
    """Take out the articles in `main.leaving`; their passages go to `main.freed`."""
    base.execute("BEGIN")
    base.execute("INSERT INTO main.freed SELECT row FROM passages WHERE article IN main.leaving")
    for table in ("articles", "texts"):
        base.execute(f"DELETE FROM {table} WHERE article IN main.leaving")
    base.execute("COMMIT")


def finish(base: sqlite3.Connection, next_row: int) -> None:
    """Take out the passages in `main.freed` and write what there is now."""
    base.execute("BEGIN")
    base.execute("DELETE FROM passages WHERE row IN main.freed")
    base.execute(
        "UPDATE counts SET articles = (SELECT count(*) FROM articles WHERE id NOT NULL),"
        " passages = (SELECT count(*) FROM passages), next_row = ?",
        (next_row,),
    )
    base.execute("COMMIT")
