"""A log that is written by a thread of its own: whoever logs waits neither for form nor for disk.

A pipe that nobody reads any more would otherwise stop the server that writes into it.
"""

import logging
from contextlib import suppress
from queue import Full, Queue
from threading import Thread

LONGEST = 10_000
"""Records that wait to be written; the next ones are dropped, and how many is said at the end."""

_PATIENCE = 5.0
"""Seconds that the end of the process waits for what is not yet written."""


class WrittenAside(logging.Handler):
    """Takes the place of the handler that writes; `logging` itself closes it at the end."""

    def __init__(self, writer: logging.Handler, longest: int = LONGEST) -> None:
        super().__init__()
        self.dropped = 0
        self._writer = writer
        self._queue: Queue[logging.LogRecord | None] = Queue(longest)
        self._thread = Thread(target=self._write, name="log", daemon=True)
        self._thread.start()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it, or count it."""
        try:
            self._queue.put_nowait(record)
        except Full:
            self.dropped += 1

    def close(self) -> None:
        """Write what is left, and what was dropped; a second time it does nothing."""
        if self._thread.is_alive():
            with suppress(Full):
                self._queue.put(None, timeout=_PATIENCE)
            self._thread.join(_PATIENCE)
        super().close()

    def _write(self) -> None:
        while (record := self._queue.get()) is not None:
            self._writer.handle(record)
        if self.dropped:
            said = f"{self.dropped:,} lines were dropped: they came faster than they were written."
            self._writer.handle(logging.makeLogRecord({"name": __name__, "msg": said}))
