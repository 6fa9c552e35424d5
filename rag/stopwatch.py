"""How long each stage of a question took, and whether anybody still waits for the next."""

import time
from collections.abc import Callable

from index.errors import PinciteError
from rag.schema import Lap, Seconds

Wanted = Callable[[], bool]
"""Whether the answer is still wanted; asked between two stages, in the thread that answers."""


class StoppedError(PinciteError):
    """Nobody waits for the answer any more, so it was not worked out to its end."""


def always() -> bool:
    """The answer is wanted."""
    return True


class Stopwatch:
    """Runs from when it is made; `lap` names what has just ended."""

    def __init__(
        self, wanted: Wanted = always, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        self._wanted, self._clock = wanted, clock
        self._at = clock()
        self._laps: list[Lap] = []

    def lap(self, stage: str) -> None:
        """`stage` ends now and the next one begins.

        Raises:
            StoppedError: the answer is no longer wanted.
        """
        now = self._clock()
        self._laps.append(Lap(stage, round(now - self._at, 6)))
        self._at = now
        if not self._wanted():
            raise StoppedError(f"The question was given up after the stage {stage!r}; ask again.")

    @property
    def laps(self) -> tuple[Lap, ...]:
        """Every stage that has ended, in order; what was done in turns is added up."""
        spent: dict[str, float] = {}
        for lap in self._laps:
            spent[lap.stage] = round(spent.get(lap.stage, 0.0) + lap.seconds, 6)
        return tuple(Lap(stage, seconds) for stage, seconds in spent.items())

    def seconds(self, before: str) -> Seconds:
        """Spent on finding passages, until stage `before`, and on choosing from there on."""
        stages = [lap.stage for lap in self._laps]
        at = stages.index(before)
        spent = [sum(lap.seconds for lap in part) for part in (self._laps[:at], self._laps[at:])]
        return Seconds(round(spent[0], 4), round(spent[1], 4))
