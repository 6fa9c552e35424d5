"""Processor time that indexing spends on a text before it is embedded, at two sizes of the text."""

import signal
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass

from index.metadata import describe
from index.schema import Article
from index.segment import segment
from index.sketch import sketch
from index.word_tables import change_in, counted

FEW, MANY = 16_000, 64_000
"""Characters of the shorter and of the longer text."""
_GIVE_UP = 20.0


@dataclass(frozen=True, slots=True)
class Endless:
    """A text that says one thing again and again, between two others."""

    before: str
    again: str
    after: str = ""

    def of(self, length: int) -> str:
        """The text with about so many characters."""
        return self.before + self.again * (length // len(self.again)) + self.after


def seconds(text: str) -> float:
    """Processor seconds of this process; how busy the machine is otherwise is not counted.

    Raises:
        TimeoutError: it takes more than twenty.
    """
    before = signal.signal(signal.SIGVTALRM, _late)
    signal.setitimer(signal.ITIMER_VIRTUAL, _GIVE_UP)
    began = time.process_time()
    try:
        _gone_over(text)
        return time.process_time() - began
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _gone_over(text: str) -> None:
    describe(text)
    segment(Article("a", text, ""), 200)
    sketch(text)
    with closing(sqlite3.connect(":memory:")) as base:
        change_in(base, counted([text]), {})


def _late(*_: object) -> None:
    raise TimeoutError
