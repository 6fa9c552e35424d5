"""What was measured of one system: medians over the rounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from ui.bench.peers.quality import Quality, quality
from ui.bench.peers.system import System
from ui.bench.peers.task import Answered, Indexed
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
    """Seconds on the clock, and of all cores together (`_cpu`); megabytes.

    `index` is the call that makes and saves the index, `whole` the process from its start to
    there, `change` ten changed articles, `cold` from the start of a process to its first answer.
    """

    name: str
    version: str
    passages: str
    index: float
    index_cpu: float
    whole: float
    whole_cpu: float
    change: float
    change_cpu: float
    cold: float
    cold_cpu: float
    index_megabytes: float
    idle_megabytes: float
    asking_megabytes: float
    disk_megabytes: float
    reached_for: tuple[str, ...]
    ways: tuple[WayResult, ...]


@dataclass(frozen=True, slots=True)
class NotRun:
    """A system that could not be run, and why."""

    name: str
    reason: str


def result(
    system: System, made: Sequence[Indexed], replied: Sequence[Answered], work: Workload
) -> Result:
    """Medians; quality from the first round, the only one in which every question is asked."""
    reached = {host for each in made for host in each.reached_for}
    reached |= {host for each in replied for host in each.reached_for}
    return Result(
        name=system.name,
        version=made[0].version,
        passages=system.passages,
        index=median(each.index for each in made),
        index_cpu=median(each.index_cpu for each in made),
        whole=median(each.whole for each in made),
        whole_cpu=median(each.whole_cpu for each in made),
        change=median(each.change for each in made),
        change_cpu=median(each.change_cpu for each in made),
        cold=median(each.cold for each in replied),
        cold_cpu=median(each.cold_cpu for each in replied),
        index_megabytes=median(each.megabytes for each in made),
        idle_megabytes=median(each.idle_megabytes for each in replied),
        asking_megabytes=median(each.megabytes for each in replied),
        disk_megabytes=made[-1].disk_megabytes,
        reached_for=tuple(sorted(reached)),
        ways=tuple(_way(number, replied, work) for number in range(len(replied[0].ways))),
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
