"""Texts that say one thing again and again, and all that indexing does with one but embed it."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass

from index.metadata import describe
from index.schema import Article
from index.segment import segment
from index.sketch import sketch
from index.word_tables import change_in, counted


@dataclass(frozen=True, slots=True)
class Endless:
    """One thing repeated between two others."""

    before: str
    again: str
    after: str = ""

    def of(self, length: int) -> str:
        """The text with about so many characters."""
        return self.before + self.again * (length // len(self.again)) + self.after


def go_over(text: str) -> None:
    """Title, sentences, passages, what copies are known by, and words."""
    describe(text)
    segment(Article("a", text, ""), 200)
    sketch(text)
    with closing(sqlite3.connect(":memory:")) as base:
        change_in(base, counted([text]), {})
