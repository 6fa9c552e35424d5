"""New passages of a draft embedded and put where they are searched, some thousand at a time."""

import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np

from index.embedder import Embedder, Vectors
from index.lexical_writer import LexicalWriter
from index.vectors import VectorIndex

CHUNK = 4_096
"""Passages in memory at once; they are sorted by length before they are embedded."""

_NEW = """
SELECT row, article, title, start, "end", key FROM passages JOIN articles USING (article)
WHERE row > ? ORDER BY row LIMIT ?
"""
_KNOWN = "SELECT row FROM passages WHERE key = ? AND row < ? ORDER BY row LIMIT 1"


def embedded_text(title: str | None, text: str) -> str:
    """What is embedded for a passage: its article's title, where there is one, and its text."""
    return f"{title}\n{text}" if title else text


class Embedding:
    """Passages of one draft from row `first` on, in the order of their rows.

    A passage whose words are those of an earlier one takes over its vector.
    """

    def __init__(
        self, base: sqlite3.Connection, first: int, old: VectorIndex | None, written: Path
    ) -> None:
        """`old` has the vectors of rows before `first`; the new ones are written to a file."""
        self._base = base
        self._first = first
        self._old = old
        self._written = written
        self.dimensions = 0

    def run(
        self, embedder: Embedder, words: LexicalWriter, total: int, tell: Callable[[int, int], None]
    ) -> None:
        """Embed and index every new passage."""
        done = 0
        tell(0, total)
        with self._written.open("wb") as file:
            for chunk in self._chunks():
                for row, title, text, _ in chunk:
                    words.add(row, title or "", text)
                vectors = self._vectors(chunk, embedder, partial(_further, tell, done, total))
                self.dimensions = vectors.shape[1]
                vectors.tofile(file)
                file.flush()
                done += len(chunk)
                tell(done, total)

    def new(self, count: int) -> Vectors:
        """(count, dimensions) vectors, mapped from the file."""
        return np.memmap(self._written, np.float32, "r", shape=(count, self.dimensions))

    def _chunks(self) -> Iterator[list[tuple[int, str | None, str, int]]]:
        after = self._first - 1
        while rows := self._base.execute(_NEW, (after, CHUNK)).fetchall():
            chunk, text, of = [], "", -1
            for row, article, title, start, end, key in rows:
                if article != of:
                    query = "SELECT text FROM texts WHERE article = ?"
                    text, of = self._base.execute(query, (article,)).fetchone()[0], article
                chunk.append((row, title, text[start:end], key))
            yield chunk
            after = rows[-1][0]

    def _vectors(
        self,
        chunk: list[tuple[int, str | None, str, int]],
        embedder: Embedder,
        tell: Callable[[int], None],
    ) -> Vectors:
        known = self._known({key for *_, key in chunk}, chunk[0][0])
        texts = {key: embedded_text(title, text) for _, title, text, key in chunk}
        new = [key for key in texts if key not in known]
        if new:
            made = embedder.encode_passages([texts[key] for key in new], tell)
            known.update(zip(new, np.asarray(made, np.float32), strict=True))
        return np.stack([known[key] for *_, key in chunk])

    def _known(self, keys: set[int], before: int) -> dict[int, Vectors]:
        """Vectors of passages with these keys in rows before one."""
        rows = {}
        for key in keys:
            if found := self._base.execute(_KNOWN, (key, before)).fetchone():
                rows[key] = int(found[0])
        old = {key: row for key, row in rows.items() if row < self._first}
        vectors: dict[int, Vectors] = {}
        if old and self._old is not None:
            vectors.update(zip(old, self._old.of(list(old.values())), strict=True))
        if len(vectors) < len(rows):
            written = self.new(before - self._first)
            here = {key: row - self._first for key, row in rows.items() if row >= self._first}
            vectors.update((key, written[at]) for key, at in here.items())
        return vectors


def _further(tell: Callable[[int, int], None], done: int, total: int, more: int) -> None:
    tell(done + more, total)
