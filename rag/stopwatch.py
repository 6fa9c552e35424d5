"""How long each stage of a question took."""

import time
from collections.abc import Callable

from rag.schema import Lap, Seconds


class Stopwatch:
    """Runs from when it is made; `lap` names what has just ended."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._at = clock()
        self._laps: list[Lap] = []

    def lap(self, stage: str) -> None:
        """`stage` ends now and the next one begins."""
        now = self._clock()
        self._laps.append(Lap(stage, round(now - self._at, 6)))
        self._at = now

    @property
    def laps(self) -> tuple[Lap, ...]:
        """Every stage that has ended, in order."""
        return tuple(self._laps)

    def seconds(self, before: str) -> Seconds:
        """Spent on finding passages, until stage `before`, and on choosing from there on."""
        stages = [lap.stage for lap in self._laps]
        at = stages.index(before)
        spent = [sum(lap.seconds for lap in part) for part in (self._laps[:at], self._laps[at:])]
        return Seconds(round(spent[0], 4), round(spent[1], 4))
