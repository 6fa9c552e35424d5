"""The suggestions of the engine of the moment, worked out once, in the background."""

import asyncio
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock

from ui.chat.context import EngineHolder
from ui.chat.suggest import suggestions


class Suggested:
    """Begins to look when first asked, anew after every swap of the engine."""

    def __init__(self, holder: EngineHolder) -> None:
        self._holder = holder
        self._lock = Lock()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="suggestions")
        self._edition = 0
        self._found: Future[tuple[str, ...]] | None = None

    def begin(self) -> Future[tuple[str, ...]]:
        """The questions of this edition, now or later."""
        with self._lock:
            if self._found is None or self._edition != self._holder.edition:
                self._edition = self._holder.edition
                self._found = self._worker.submit(suggestions, self._holder.current)
            return self._found

    async def soon(self, seconds: float) -> tuple[str, ...]:
        """The questions as soon as they are known, none after so long; holds no thread."""
        found = asyncio.wrap_future(self.begin())
        await asyncio.wait({found}, timeout=seconds)
        return self.ready()

    def ready(self) -> tuple[str, ...]:
        """The questions if they are known by now, else none."""
        found = self.begin()
        done = found.done() and not found.cancelled() and not found.exception()
        return found.result() if done else ()
