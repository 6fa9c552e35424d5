"""The stems of a collection in one SQLite file: their numbers, and in how many passages they are.

A stem in a title and in a text are two terms. Numbers are dimensions of the sparse vectors that
`index.publish` writes; 0 is nobody's.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Literal

Field = Literal["body", "title"]
FIELDS: tuple[Field, Field] = ("body", "title")

_SCHEMA = """
CREATE TABLE terms (
    field TEXT NOT NULL, stem TEXT NOT NULL, number INTEGER NOT NULL, passages INTEGER NOT NULL,
    PRIMARY KEY (field, stem)
) WITHOUT ROWID;
CREATE TABLE totals (passages INTEGER NOT NULL, body INTEGER NOT NULL, title INTEGER NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Known:
    """A term's number and in how many passages it is."""

    number: int
    passages: int


class TermCounts:
    """Terms counted passage by passage, in memory."""

    def __init__(self) -> None:
        self.passages = 0
        self.words: Counter[Field] = Counter()
        self._terms: dict[tuple[Field, str], list[int]] = {}

    def add(self, stems: dict[Field, list[str]]) -> None:
        """Count one passage."""
        self.passages += 1
        for field, found in stems.items():
            self.words[field] += len(found)
            for stem in set(found):
                held = self._terms.setdefault((field, stem), [len(self._terms) + 1, 0])
                held[1] += 1

    def number(self, field: Field, stem: str) -> int:
        """The number of a term that was counted."""
        return self._terms[field, stem][0]

    def mean_words(self, field: Field) -> float:
        """Words of a passage in this field on average."""
        return self.words[field] / self.passages if self.passages else 0.0

    def write(self, path: Path) -> None:
        """Write the file, which is there whole or not at all."""
        made = path.with_suffix(".new")
        made.unlink(missing_ok=True)
        rows: Iterable[tuple[str, str, int, int]] = (
            (field, stem, number, passages)
            for (field, stem), (number, passages) in self._terms.items()
        )
        with closing(sqlite3.connect(made)) as base, base:
            base.executescript(_SCHEMA)
            base.executemany("INSERT INTO terms VALUES (?, ?, ?, ?)", rows)
            totals = (self.passages, self.words["body"], self.words["title"])
            base.execute("INSERT INTO totals VALUES (?, ?, ?)", totals)
        made.replace(path)


class TermTable:
    """An open file, which nothing changes meanwhile. Safe to read from several threads."""

    def __init__(self, path: Path) -> None:
        """Open the file that `TermCounts.write` made.

        Raises:
            sqlite3.DatabaseError: it is missing, damaged or no such file.
        """
        where = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._base = sqlite3.connect(where, uri=True, check_same_thread=False)
        self._lock = Lock()
        totals = self._base.execute("SELECT passages FROM totals").fetchall()
        if len(totals) != 1:
            raise sqlite3.DatabaseError("a term table has one row of totals")
        self.passages = int(totals[0][0])

    def known(self, field: Field, stem: str) -> Known | None:
        """The term, if any passage has it."""
        query = "SELECT number, passages FROM terms WHERE field = ? AND stem = ?"
        with self._lock:
            found = self._base.execute(query, (field, stem)).fetchone()
        return Known(*found) if found else None
