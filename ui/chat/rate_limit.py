"""How often one person may do a thing."""

import time
from collections import deque
from collections.abc import Callable
from threading import Lock

_MOST_KEYS = 10_000


class RateLimit:
    """At most `most` times in any `seconds`, counted for each key by itself."""

    def __init__(
        self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most, self._seconds, self._clock = most, seconds, clock
        self._times: dict[str, deque[float]] = {}
        self._lock = Lock()

    def wait(self, key: str) -> float:
        """Seconds until `key` may act again; 0 if it may now."""
        with self._lock:
            times = self._recent(key)
            return 0.0 if len(times) < self._most else times[0] + self._seconds - self._clock()

    def count(self, key: str) -> None:
        """`key` has acted."""
        with self._lock:
            self._recent(key).append(self._clock())

    def take(self, key: str) -> float:
        """Count one act if it is allowed and return 0; else the seconds to wait."""
        with self._lock:
            times, now = self._recent(key), self._clock()
            if len(times) >= self._most:
                return times[0] + self._seconds - now
            times.append(now)
            return 0.0

    def _recent(self, key: str) -> deque[float]:
        if len(self._times) >= _MOST_KEYS and key not in self._times:
            self._forget()
        times, oldest = self._times.setdefault(key, deque()), self._clock() - self._seconds
        while times and times[0] <= oldest:
            times.popleft()
        return times

    def _forget(self) -> None:
        """Drop keys with nothing to remember; the oldest too when all have something."""
        oldest = self._clock() - self._seconds
        for key in [k for k, times in self._times.items() if not times or times[-1] <= oldest]:
            del self._times[key]
        while len(self._times) >= _MOST_KEYS:
            del self._times[next(iter(self._times))]
