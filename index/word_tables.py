"""The words of a collection in one SQLite file: how often and how each stands, how it sounds.

What a question needs of a vocabulary is worked out here, once, when articles are added or taken
away, so that opening an index reads none of it and a question only the words it asks for.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import groupby
from pathlib import Path

from index.damage import undone
from index.ordinary import is_ordinary
from index.romanised import plain_letters, sounds
from index.sound_frames import frame
from index.words import LONGEST_WORD, WORD, normal, unpossessed

_SCHEMA = """
CREATE TABLE IF NOT EXISTS surfaces (
    word TEXT, surface TEXT, count INTEGER NOT NULL, PRIMARY KEY (word, surface)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS words (
    word TEXT PRIMARY KEY, surface TEXT NOT NULL, count INTEGER NOT NULL, is_name INTEGER NOT NULL,
    letters TEXT, backwards TEXT, strange INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_letters ON words (letters) WHERE letters IS NOT NULL;
CREATE INDEX IF NOT EXISTS by_end ON words (backwards) WHERE backwards IS NOT NULL;
CREATE TABLE IF NOT EXISTS sounds (
    frame TEXT, key TEXT, word TEXT, PRIMARY KEY (frame, key, word)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS damaged (word TEXT PRIMARY KEY, was TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS originals (
    original TEXT, word TEXT, PRIMARY KEY (original, word)
) WITHOUT ROWID;
"""
_COUNTED = (
    "INSERT INTO surfaces VALUES (?, ?, ?)"
    " ON CONFLICT (word, surface) DO UPDATE SET count = count + excluded.count"
)


def counted(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands, as it is written, those aside that are too long to be one."""
    found: Counter[str] = Counter()
    for text in texts:
        found.update(word for word in WORD.findall(text) if len(word) <= LONGEST_WORD)
    return found


def change(path: Path, counts: Mapping[str, int], ordinary: Mapping[str, int]) -> None:
    """Count words more often or, where negative, less often; a new file is made if there is none.

    `ordinary` words of the language by their rank, the same at every change of a file.
    """
    with closing(sqlite3.connect(path)) as base:
        change_in(base, counts, ordinary)


def change_in(
    base: sqlite3.Connection, counts: Mapping[str, int], ordinary: Mapping[str, int]
) -> None:
    """What `change` does, to an open file in one transaction."""
    base.executescript(_SCHEMA)
    with base:
        _change(base, counts, ordinary)


def _change(
    base: sqlite3.Connection, counts: Mapping[str, int], ordinary: Mapping[str, int]
) -> None:
    base.executemany(_COUNTED, sorted((normal(s), s, count) for s, count in counts.items()))
    words = sorted({normal(surface) for surface in counts})
    base.execute("CREATE TEMP TABLE changed (word TEXT PRIMARY KEY) WITHOUT ROWID")
    base.executemany("INSERT INTO changed VALUES (?)", ((word,) for word in words))
    base.execute("DELETE FROM surfaces WHERE count <= 0 AND word IN changed")
    _forget(base)
    rows = base.execute("SELECT word, surface, count FROM surfaces WHERE word IN changed")
    for word, group in groupby(rows, key=lambda row: str(row[0])):
        _write(base, word, [(surface, count) for _, surface, count in group], ordinary)
    base.execute("DROP TABLE changed")


def _forget(base: sqlite3.Connection) -> None:
    """Take out all that was worked out for the words that changed."""
    known = base.execute("SELECT word FROM words WHERE word IN changed").fetchall()
    base.executemany("DELETE FROM sounds WHERE frame = ? AND key = ? AND word = ?", _keys(known))
    gone = base.execute("SELECT word, was FROM damaged WHERE word IN changed").fetchall()
    base.executemany("DELETE FROM originals WHERE original = ? AND word = ?", _originals(gone))
    base.execute("DELETE FROM damaged WHERE word IN changed")
    base.execute("DELETE FROM words WHERE word IN changed")


def _write(
    base: sqlite3.Connection,
    word: str,
    surfaces: Sequence[tuple[str, int]],
    ordinary: Mapping[str, int],
) -> None:
    """Work out the rows of one word from all the ways in which it is written."""
    surface, _ = min(surfaces, key=lambda pair: (-pair[1], pair[0]))
    count = sum(times for _, times in surfaces)
    capitals = sum(times for written, times in surfaces if written[0].isupper())
    is_name = 2 * capitals > count
    strange = word[0].isalpha() and not is_ordinary(word, ordinary)
    letters = plain_letters(word)
    shown = (unpossessed(surface), count, is_name, letters if letters != word else None)
    backwards = None if is_name or not word[0].isalpha() else word[::-1]
    base.execute(
        "INSERT INTO words VALUES (?, ?, ?, ?, ?, ?, ?)", (word, *shown, backwards, strange)
    )
    if is_name or word not in ordinary:
        base.executemany("INSERT INTO sounds VALUES (?, ?, ?)", _keys([(word,)]))
    was = undone(word, is_name, ordinary) if strange else ()
    if was:
        base.execute("INSERT INTO damaged VALUES (?, ?)", (word, "\n".join(was)))
        base.executemany(
            "INSERT INTO originals VALUES (?, ?)", _originals([(word, "\n".join(was))])
        )


def _keys(words: Iterable[tuple[str]]) -> Iterator[tuple[str, str, str]]:
    return ((frame(key), key, word) for (word,) in words for key in sounds(word))


def _originals(damaged: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return (pair for word, was in damaged for pair in {(each, word) for each in was.split()})
