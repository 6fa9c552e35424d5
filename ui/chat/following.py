"""The chat follows its index: what `pincite index` changes answers without a restart."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Protocol

from index import manifest
from index.errors import PinciteError
from ui.chat.context import Asks, EngineHolder

LOOK = 1.0
"""Seconds between two looks at the manifest; each is one call of stat."""

_log = logging.getLogger(__name__)


class Reopens(Asks, Protocol):
    """The part of `rag.engine.Engine` that opens what there is now."""

    def reopened(self) -> "Reopens":
        """An engine over the index as it is now; raises `PinciteError`."""


class Follower:
    """Looks whether the index was replaced, and then has the holder answer from the new one.

    A question keeps the engine it began with, so each is answered from one state.
    """

    def __init__(
        self, holder: EngineHolder, engine: Reopens, folder: Path, generation: str
    ) -> None:
        """`generation` is the one that `engine` has open; the folder may hold another by now."""
        self._holder = holder
        self._engine = engine
        self._folder = folder
        self._generation = generation
        self._stamp: tuple[int, int] | None = None

    def look(self) -> bool:
        """Whether another index was found and opened."""
        stamp = self._stat()
        if stamp == self._stamp:
            return False
        try:
            generation = manifest.read(self._folder).generation
            if generation != self._generation:
                self._engine = self._engine.reopened()
                self._holder.swap(self._engine)
            self._stamp, changed = stamp, generation != self._generation
            self._generation = generation
            return changed
        except PinciteError as error:
            # Perhaps half-way through being mended: the old one answers, the next look tries again.
            _log.warning("The index changed and cannot be opened: %s", error)
            return False

    def _stat(self) -> tuple[int, int]:
        try:
            status = manifest.path(self._folder).stat()
        except OSError:
            return 0, 0
        return status.st_mtime_ns, status.st_ino


@contextmanager
def following(follower: Follower) -> Iterator[None]:
    """Look every second, in a thread of its own, until it is left."""
    over = Event()

    def watch() -> None:
        while not over.wait(LOOK):
            follower.look()

    thread = Thread(target=watch, name="following", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
