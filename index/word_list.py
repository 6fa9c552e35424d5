"""The words that `index.word_tables` wrote, read as a question asks for them."""

import sqlite3
from collections.abc import Collection, Iterator
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from index.errors import IndexUnfitError

_MOST_VALUES = 500
_MAPPED = 2**31 - 1
_LAST = chr(0x10FFFF)


class Word(NamedTuple):
    """A word in normal form, how it most often stands, how often in any form."""

    word: str
    surface: str
    times: int
    is_name: bool
    strange: bool


class Damaged(NamedTuple):
    """A damaged word in normal form, how it stands, and what it was, the likeliest first."""

    word: str
    surface: str
    was: tuple[str, ...]


class WordList:
    """An open file, which nothing changes meanwhile. Safe to read from several threads."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self._lock = Lock()

    @classmethod
    def open(cls, path: Path) -> "WordList":
        """The file at `path`.

        Raises:
            sqlite3.DatabaseError: it is missing, damaged or no such file.
        """
        where = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        base = sqlite3.connect(where, uri=True, check_same_thread=False)
        base.execute(f"PRAGMA mmap_size={_MAPPED}")
        base.execute("SELECT 1 FROM words LIMIT 1").fetchone()
        return cls(base)

    def words(self, among: Collection[str]) -> Iterator[Word]:
        """Those of some normal forms that stand in the articles."""
        return map(Word._make, self._in("words WHERE word", among))

    def in_letters(self, letters: Collection[str]) -> list[Word]:
        """Words that have these letters once accents are taken off, the frequent first."""
        others = map(Word._make, self._in("words WHERE letters", letters))
        return sorted({*self.words(letters), *others}, key=_frequent)

    def sounding(self, keys: Collection[str], frames: Collection[str]) -> dict[str, list[Word]]:
        """Words by their sound key, of those keys that have one of the frames.

        `keys` limits the keys where it names any.
        """
        columns = f"key, {_WORD}"
        found: dict[str, list[Word]] = {}
        for key, *rest in self._in("sounds JOIN words USING (word) WHERE frame", frames, columns):
            if not keys or key in keys:
                found.setdefault(str(key), []).append(Word._make(rest))
        return {key: sorted(words, key=_frequent) for key, words in found.items()}

    def in_small_letters_near(self, word: str, strange_up_to: int | None = None) -> list[Word]:
        """Words that are no names and share one half with `word`: all that are one slip from it.

        With `strange_up_to` only strange ones that stand at most so often; the frequent first.
        """
        half = len(word) // 2
        front, back = word[:half], word[half:][::-1]
        swapped = (
            word[: half - 1] + word[half : half + 1] + word[half - 1 : half] + word[half + 1 :]
        )
        length = (len(word) - 1, len(word) + 1)
        also = "length(word) BETWEEN ? AND ?"
        if strange_up_to is not None:
            also += f" AND strange AND count <= {strange_up_to}"
        query = (
            f"SELECT {_WORD} FROM words WHERE backwards NOTNULL AND word BETWEEN ? AND ? AND {also}"
            f" UNION SELECT {_WORD} FROM words WHERE backwards BETWEEN ? AND ? AND {also}"
            f" UNION SELECT {_WORD} FROM words WHERE backwards = ? AND {also}"
        )
        ranges = (front, front + _LAST, *length, back, back + _LAST, *length)
        found = self._select(query, (*ranges, swapped[::-1], *length))
        return sorted(map(Word._make, found), key=_frequent)

    def damaged(self, among: Collection[str]) -> Iterator[Damaged]:
        """The damaged ones of some words in normal form."""
        found = self._in("damaged JOIN words USING (word) WHERE word", among, _DAMAGED)
        return (Damaged(word, surface, tuple(was.split("\n"))) for word, surface, was in found)

    def damaged_from(self, original: str) -> list[Damaged]:
        """Words that were, or hold, the original before they were damaged; the frequent first."""
        query = (
            f"SELECT {_DAMAGED} FROM originals JOIN damaged USING (word) JOIN words USING (word)"
            " WHERE original = ? ORDER BY count DESC, word"
        )
        found = self._select(query, (original,))
        return [Damaged(word, surface, tuple(was.split("\n"))) for word, surface, was in found]

    def _in(self, where: str, values: Collection[str], columns: str = "") -> Iterator[tuple]:  # type: ignore[type-arg]  # columns differ
        wanted = list(values)
        for at in range(0, len(wanted), _MOST_VALUES):
            some = wanted[at : at + _MOST_VALUES]
            marks = ", ".join("?" * len(some))
            yield from self._select(f"SELECT {columns or _WORD} FROM {where} IN ({marks})", some)

    def _select(self, query: str, values: Collection[str | int]) -> list[tuple]:  # type: ignore[type-arg]  # columns differ
        try:
            with self._lock:
                return self._base.execute(query, tuple(values)).fetchall()
        except sqlite3.DatabaseError as error:
            raise IndexUnfitError(
                f"The words of the index are damaged ({error}); "
                "build it anew with: pincite index PATH --anew"
            ) from error


_WORD = "word, surface, count, is_name, strange"
_DAMAGED = "word, surface, was"


def _frequent(word: Word) -> tuple[int, str]:
    return (-word.times, word.word)
