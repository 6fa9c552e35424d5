"""What a walk sees against what the index knows: which files are the same, other, gone.

A file is the same if its place, size, times and inode are; where they differ its bytes decide. So a
collection in which nothing changed is never read.
"""

import hashlib
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from stat import S_ISREG

from index.readers import READERS
from index.schema import Skipped
from index.walk import Found

_SEEN = """
CREATE TABLE main.seen (
    position INTEGER PRIMARY KEY, place BLOB NOT NULL, name TEXT NOT NULL, inside INTEGER NOT NULL,
    file INTEGER, size INTEGER, mtime_ns INTEGER, ctime_ns INTEGER, inode INTEGER, sha256 TEXT,
    UNIQUE (place, name)
);
CREATE TABLE main.gone (file INTEGER PRIMARY KEY);
"""
_KNOWN = """
UPDATE main.seen SET file = old.file, sha256 = old.sha256 FROM files AS old
WHERE seen.place = old.place AND seen.name = old.name AND seen.size = old.size
    AND seen.ctime_ns = old.ctime_ns AND seen.inode = old.inode
    AND (seen.mtime_ns = old.mtime_ns OR old.sha256 = '')
"""
_OTHER = """
SELECT position, place, seen.size, files.file, files.size, files.sha256
FROM main.seen LEFT JOIN files USING (place, name) WHERE seen.file IS NULL AND position > ?
ORDER BY position LIMIT 500
"""
_GONE = """
INSERT INTO main.gone SELECT file FROM files
WHERE NOT EXISTS (SELECT 1 FROM main.seen WHERE seen.place = files.place AND seen.name = files.name)
"""

_MANY = 1_000
"""So many files whose time alone changed are noted, lest each sync reads them again."""

YOUNG_NS = 2_000_000_000
"""A file changed so shortly before it is seen may change again within the clock's grain, so its
time proves nothing (git calls such a file racily clean)."""


@dataclass(frozen=True, slots=True)
class Difference:
    """`other` files are to be read, `touched` ones hold the same bytes at another time."""

    skipped: tuple[Skipped, ...]
    files: int
    other: int
    touched: int
    gone: int

    @property
    def any(self) -> bool:
        """Whether the index is to be written."""
        return bool(self.other or self.gone or self.touched >= _MANY)


def see(base: sqlite3.Connection, found: Iterable[Found | Skipped], known: bool) -> Difference:
    """Fill the tables `main.seen` and `main.gone`; `known`: whether there is a table `files`.

    A file to be read keeps NULL as its `file`, or has it and NULL as its `sha256`.
    """
    base.executescript(_SEEN)
    skipped: list[Skipped] = []
    base.execute("BEGIN")
    base.executemany(
        "INSERT OR IGNORE INTO main.seen VALUES (?, ?, ?, ?, NULL, ?, ?, ?, ?, NULL)",
        _stamps(found, skipped),
    )
    other = touched = 0
    if known:
        base.execute(_KNOWN)
        base.execute(_GONE)
        for position, place, size, file, size_before, sha256 in _each(base, _OTHER):
            same = bool(sha256) and size == size_before and _sha256(place) == sha256
            other, touched = other + (not same), touched + same
            base.execute(
                "UPDATE main.seen SET file = ?, sha256 = ? WHERE position = ?",
                (file, sha256 if same else None, position),
            )
    base.execute("COMMIT")
    files = base.execute("SELECT count(*) FROM main.seen").fetchone()[0]
    gone = base.execute("SELECT count(*) FROM main.gone").fetchone()[0]
    return Difference(tuple(skipped), files, other if known else files, touched, gone)


def to_read(base: sqlite3.Connection) -> Iterator[tuple[int, bytes, str, bool, int | None]]:
    """Position, place, name, whether it was met in a folder, and number of each file to read."""
    query = (
        "SELECT position, place, name, inside, file FROM main.seen"
        " WHERE sha256 IS NULL AND position > ? ORDER BY position LIMIT 500"
    )
    return _each(base, query)


def stamp(base: sqlite3.Connection, position: int, place: bytes, name: str) -> tuple[object, ...]:
    """Size, times, inode and sha256 of a file, to know it by the next time; taken before reading.

    What no reader opens is known by the rest alone: a film is not read to the end for its hash.
    """
    query = "SELECT size, mtime_ns, ctime_ns, inode FROM main.seen WHERE position = ?"
    known = base.execute(query, (position,)).fetchone()
    opened = known[0] >= 0 and PurePosixPath(name).suffix.lower() in READERS
    return (*known, _sha256(place) if opened else "")


def _stamps(
    found: Iterable[Found | Skipped], skipped: list[Skipped]
) -> Iterator[tuple[object, ...]]:
    youngest = time.time_ns() - YOUNG_NS
    for position, each in enumerate(found):
        if isinstance(each, Skipped):
            skipped.append(each)
            continue
        place = os.fsencode(os.path.abspath(each.file))
        yield position, place, each.name, each.inside, *_status(each.file, youngest)


def _status(file: Path, youngest: int) -> tuple[int, int | None, int, int]:
    """Size (-1 for what is no regular file), times (None: too young to tell anything), inode."""
    try:
        status = os.stat(file)
    except OSError:
        return -1, -1, -1, -1
    size = status.st_size if S_ISREG(status.st_mode) else -1
    young = max(status.st_mtime_ns, status.st_ctime_ns) >= youngest
    return size, None if young else status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def _sha256(place: bytes) -> str:
    """Empty where it cannot be read; what cannot be opened shows by its times when it can."""
    try:
        with open(place, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _each(base: sqlite3.Connection, query: str) -> Iterator[tuple]:  # type: ignore[type-arg]  # columns differ
    """Rows in order of their first column, some hundred in memory at once."""
    after = -1
    while batch := base.execute(query, (after,)).fetchall():
        yield from batch
        after = batch[-1][0]
