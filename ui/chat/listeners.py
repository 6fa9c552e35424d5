"""Who listens for answers: the streams that are open, and the questions to be told of their end."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager


class Listeners:
    """By session: a tab's, or a program's call's. Used on the server's loop only."""

    def __init__(self) -> None:
        self._open: Counter[str] = Counter()
        self._questions: dict[str, set[asyncio.Event]] = {}

    @contextmanager
    def stream(self, session: str) -> Iterator[None]:
        """A stream is open meanwhile."""
        self._open[session] += 1
        try:
            yield
        finally:
            self._open[session] -= 1
            if not self._open[session]:
                del self._open[session]

    def open(self, session: str) -> bool:
        """Whether any stream of the session is."""
        return session in self._open

    @contextmanager
    def question(self, session: str, gone: asyncio.Event) -> Iterator[None]:
        """Set `gone` if the listener leaves meanwhile."""
        self._questions.setdefault(session, set()).add(gone)
        try:
            yield
        finally:
            self._questions[session].discard(gone)
            if not self._questions[session]:
                del self._questions[session]

    def left(self, session: str) -> None:
        """The listener has gone before the end."""
        for gone in self._questions.get(session, ()):
            gone.set()
