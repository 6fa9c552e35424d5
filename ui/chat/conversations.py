"""Conversations kept in one local SQLite file: named by their first question, deletable.

The browser holds no part of a conversation. A conversation's id is unguessable, and is of use only
to the reader (the person or browser) whose conversation it is.
"""

import hashlib
import secrets
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from index.errors import PinciteError
from rag.reply_json import dump, load
from rag.schema import Citation, Reply

NAME_LENGTH = 80
# Later than all that was touched before, also by a clock that was set back.
_NOW = "max(?, (SELECT coalesce(max(touched), 0) + 0.001 FROM talks))"
DAMAGED = "This answer was damaged on the disk, so nothing of it is shown; ask again."
FOREIGN = "This answer was kept by a version that wrote it otherwise; ask again."
_SCHEMA = """
CREATE TABLE IF NOT EXISTS talks (
    id TEXT PRIMARY KEY, reader TEXT NOT NULL, name TEXT NOT NULL, touched REAL NOT NULL);
CREATE INDEX IF NOT EXISTS talks_of_reader ON talks (reader, touched DESC);
CREATE TABLE IF NOT EXISTS turns (
    talk TEXT NOT NULL REFERENCES talks (id) ON DELETE CASCADE, n INTEGER NOT NULL,
    question TEXT NOT NULL, reply TEXT, shown INTEGER, failure TEXT, sha256 TEXT,
    PRIMARY KEY (talk, n));
CREATE TABLE IF NOT EXISTS quoted (
    talk TEXT NOT NULL, n INTEGER NOT NULL, citation TEXT NOT NULL,
    FOREIGN KEY (talk, n) REFERENCES turns (talk, n) ON DELETE CASCADE);
CREATE INDEX IF NOT EXISTS quoted_citation ON quoted (citation);
"""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and what came of it.

    `shown` is how many statements stood on the page when the reader pressed Stop, None if all;
    `failure` is the sentence shown instead of a reply that failed.
    """

    question: str
    reply: Reply | None = None
    shown: int | None = None
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation in the list: newest first."""

    id: str
    name: str


class ConversationsError(PinciteError):
    """The file of conversations cannot be read or written."""


def seal(reply: str | None) -> str | None:
    """What is kept beside a reply, so that no word of it changes unnoticed."""
    return hashlib.sha256(reply.encode()).hexdigest() if reply is not None else None


def intact(reply: str | None, sealed: str | None) -> bool:
    """Whether a reply is the one that was kept; those of older versions have no seal."""
    return sealed is None or seal(reply) == sealed


def _turn(
    question: str, reply: str | None, shown: int | None, failure: str | None, sealed: str | None
) -> Turn:
    if not intact(reply, sealed):
        return Turn(question, failure=DAMAGED)
    try:
        return Turn(question, load(reply) if reply else None, shown, failure)
    except ValidationError:
        return Turn(question, failure=FOREIGN)


class Conversations:
    """Every method opens the file anew, so threads and processes may share it."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        """Open the file, made if there is none; `clock` gives seconds, and may be set back.

        Raises:
            ConversationsError: it cannot be used.
        """
        self._path = path
        self._clock = clock
        path.parent.mkdir(parents=True, exist_ok=True)
        with self._open() as db:
            db.execute("PRAGMA journal_mode = WAL")
            db.executescript(_SCHEMA)
            if "sha256" not in {name for _, name, *_ in db.execute("PRAGMA table_info(turns)")}:
                db.execute("ALTER TABLE turns ADD COLUMN sha256 TEXT")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self._path, timeout=10)) as db, db:
                db.execute("PRAGMA foreign_keys = ON")
                yield db
        except sqlite3.Error as error:
            raise ConversationsError(
                f"The conversations in {self._path} cannot be used ({error}); make room, mend its "
                "permissions, or see what pincite doctor says of it."
            ) from error

    def start(self, reader: str, question: str) -> str:
        """A new conversation of `reader`, named by its first question; its id."""
        talk, name = secrets.token_urlsafe(18), " ".join(question.split())[:NAME_LENGTH]
        with self._open() as db:
            db.execute(
                f"INSERT INTO talks VALUES (?, ?, ?, {_NOW})", (talk, reader, name, self._clock())
            )
        return talk

    def owns(self, reader: str, talk: str) -> bool:
        """Whether `talk` is there and is the reader's."""
        with self._open() as db:
            found = db.execute("SELECT 1 FROM talks WHERE id = ? AND reader = ?", (talk, reader))
            return found.fetchone() is not None

    def add(self, talk: str, turn: Turn) -> int:
        """Append a turn; its number, from 1. A conversation deleted meanwhile stays deleted."""
        with self._open() as db:
            db.execute(f"UPDATE talks SET touched = {_NOW} WHERE id = ?", (self._clock(), talk))
            last = db.execute("SELECT max(n) FROM turns WHERE talk = ?", (talk,)).fetchone()[0]
            n = (last or 0) + 1
            reply = dump(turn.reply) if turn.reply else None
            db.execute(
                "INSERT INTO turns SELECT ?, ?, ?, ?, ?, ?, ? WHERE EXISTS "
                "(SELECT 1 FROM talks WHERE id = ?)",
                (talk, n, turn.question, reply, turn.shown, turn.failure, seal(reply), talk),
            )
            db.executemany(
                "INSERT INTO quoted SELECT ?, ?, ? WHERE EXISTS (SELECT 1 FROM talks WHERE id = ?)",
                [(talk, n, c.id, talk) for c in (turn.reply.citations if turn.reply else ())],
            )
        return n

    def stop_at(self, talk: str, n: int, shown: int) -> None:
        """Remember that only the first `shown` statements of turn `n` were shown."""
        with self._open() as db:
            db.execute("UPDATE turns SET shown = ? WHERE talk = ? AND n = ?", (shown, talk, n))

    def turns(self, reader: str, talk: str) -> list[Turn]:
        """The turns of the reader's conversation; none if it is not the reader's."""
        with self._open() as db:
            rows = db.execute(
                "SELECT question, reply, shown, failure, sha256 FROM turns "
                "JOIN talks ON talks.id = talk WHERE talk = ? AND reader = ? ORDER BY n",
                (talk, reader),
            ).fetchall()
        return [_turn(*row) for row in rows]

    def talks(self, reader: str) -> list[Talk]:
        """The reader's conversations, the one last added to first."""
        with self._open() as db:
            rows = db.execute(
                "SELECT id, name FROM talks WHERE reader = ? ORDER BY touched DESC, id", (reader,)
            ).fetchall()
        return [Talk(*row) for row in rows]

    def quoted(self, reader: str, citation: str) -> Citation | None:
        """A citation as it was shown to the reader, whatever became of its article since."""
        with self._open() as db:
            row = db.execute(
                "SELECT reply, sha256 FROM quoted "
                "JOIN turns ON turns.talk = quoted.talk AND turns.n = quoted.n "
                "JOIN talks ON talks.id = quoted.talk "
                "WHERE citation = ? AND reader = ? ORDER BY touched DESC LIMIT 1",
                (citation, reader),
            ).fetchone()
        kept = _turn("", row[0], None, None, row[1]).reply if row else None
        return next((c for c in (kept.citations if kept else ()) if c.id == citation), None)

    def delete(self, reader: str, talk: str) -> None:
        """Remove the reader's conversation for good; another's is left alone."""
        with self._open() as db:
            db.execute("DELETE FROM talks WHERE id = ? AND reader = ?", (talk, reader))
