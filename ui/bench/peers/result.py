"""What was measured of one system: every round of it, and its ways of asking over the rounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import median, quantiles

from ui.bench.peers.quality import Quality, quality
from ui.bench.peers.system import System
from ui.bench.peers.task import Answered, Indexed, Opened
from ui.bench.peers.workload import Workload


@dataclass(frozen=True, slots=True)
class WayResult:
    """One way of asking: milliseconds a question on the clock and of all cores, and quality."""

    name: str
    median_ms: float
    p95_ms: float
    cpu_ms: float
    quality: Quality


@dataclass(frozen=True, slots=True)
class Result:
    """`passages` says how articles were cut; `indexed` and `opened` hold one entry a round."""

    name: str
    passages: str
    indexed: tuple[Indexed, ...]
    opened: tuple[Opened, ...]
    ways: tuple[WayResult, ...]

    @property
    def reached_for(self) -> tuple[str, ...]:
        """Hosts beyond this machine that it tried, sorted."""
        tried = [each.reached_for for each in self.indexed]
        tried += [each.reached_for for each in self.opened]
        return tuple(sorted(set(chain(*tried))))


@dataclass(frozen=True, slots=True)
class NotRun:
    """A system that could not be run, and why."""

    name: str
    reason: str


def result(
    system: System, made: Sequence[Indexed], replied: Sequence[Answered], work: Workload
) -> Result:
    """Quality is from the first round, the only one in which every question is asked."""
    return Result(
        system.name,
        system.passages,
        tuple(made),
        tuple(each.opened for each in replied),
        tuple(_way(number, replied, work) for number in range(len(replied[0].ways))),
    )


def _way(number: int, replied: Sequence[Answered], work: Workload) -> WayResult:
    ways = [each.ways[number] for each in replied]
    seconds = [second for way in ways for second in way.seconds.values()]
    return WayResult(
        ways[0].name,
        1000 * median(seconds),
        1000 * (quantiles(seconds, n=20)[-1] if len(seconds) > 1 else seconds[0]),
        1000 * median(way.cpu for way in ways),
        quality(ways[0].found, work.questions, work.articles),
    )
