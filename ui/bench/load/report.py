"""What a run under load came to: how it ended for people, minute by minute, and what it left."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ui.bench.load.freed import Freed
from ui.bench.load.person import Asked, Person
from ui.bench.load.slope import slope_an_hour
from ui.bench.load.watch import Sample

WARM_UP = 60.0
"""Seconds that the slope of the memory leaves out, where the run is longer than twice that."""


@dataclass(frozen=True, slots=True)
class Minute:
    """Questions that were answered in this minute.

    Seconds until the whole answer, and until the page first said anything; megabytes at the end of
    the minute; cores that the server kept busy.
    """

    minute: int
    ended: int
    p50: float
    p95: float
    p99: float
    first_p95: float
    megabytes: float
    cores: float


@dataclass(frozen=True, slots=True)
class LoadReport:
    """`ended` counts questions by how they ended, `errors` what was wrong, in words.

    `told` questions were told a place in line, `deepest` the largest. `lost` of `turns` turns of
    `conversations` that were read back were not as they had been shown. `seconds` are all three
    percentiles of the answers; `metrics_p95` is how long another request took meanwhile. `running`
    and `waiting` are what the line held after the last had left. Growth an hour, by least squares
    over the samples after the warm-up: `slope` of the megabytes that the system counts,
    `heap_slope` of those in use outside of Python's own pool, `pieces_slope` of the thousands of
    pieces in use within it. What leaks grows in one of the last two.
    """

    people: int
    minutes: float
    ended: dict[str, int]
    errors: dict[str, int]
    told: int
    deepest: int
    conversations: int
    turns: int
    lost: int
    reloads: int
    freed: Freed
    running: int
    waiting: int
    seconds: tuple[float, float, float]
    metrics_p95: float
    slope: float
    heap_slope: float
    pieces_slope: float
    server_cores: float
    people_cores: float
    by_minute: tuple[Minute, ...]


def report(
    people: Sequence[Person], samples: Sequence[Sample], freed: Freed, minutes: float, own: float
) -> LoadReport:
    """Put it together; `own` is the CPU time that asking took, in seconds."""
    asked = [each for person in people for each in person.asked]
    read = [each for person in people for each in person.read]
    last, elapsed = samples[-1], samples[-1].at - samples[0].at
    warm = _warm(samples)
    return LoadReport(
        people=len(people),
        minutes=minutes,
        ended=dict(sorted(Counter(each.ended for each in asked).items())),
        errors=dict(Counter(each.wrong for each in asked if each.wrong)),
        told=sum(each.place > 0 for each in asked),
        deepest=max((each.place for each in asked), default=0),
        conversations=len(read),
        turns=sum(each.turns for each in read),
        lost=sum(each.lost for each in read),
        reloads=sum(person.reloads for person in people),
        freed=freed,
        running=last.running,
        waiting=last.waiting,
        seconds=_percentiles([each.seconds for each in asked if _answered(each)]),
        metrics_p95=_percentiles([each.took for each in samples])[1],
        slope=slope_an_hour([(each.at, each.megabytes) for each in warm]),
        heap_slope=slope_an_hour([(each.at, each.heap) for each in warm]),
        pieces_slope=slope_an_hour([(each.at, each.pieces) for each in warm]),
        server_cores=round((last.cpu - samples[0].cpu) / elapsed, 2),
        people_cores=round(own / elapsed, 2),
        by_minute=tuple(_minutes(asked, samples)),
    )


def _answered(asked: Asked) -> bool:
    return asked.ended in ("answered", "not_found")


def _warm(samples: Sequence[Sample]) -> list[Sample]:
    after = WARM_UP if samples[-1].at > 2 * WARM_UP else 0.0
    return [each for each in samples if each.at >= after]


def _minutes(asked: Sequence[Asked], samples: Sequence[Sample]) -> list[Minute]:
    made = []
    for minute in range(int(samples[-1].at // 60) + 1):
        ended = [
            each
            for each in asked
            if _answered(each) and (each.began + each.seconds) // 60 == minute
        ]
        seen = [each for each in samples if each.at // 60 == minute]
        if not ended or len(seen) < 2:
            continue
        spent = (seen[-1].cpu - seen[0].cpu) / (seen[-1].at - seen[0].at)
        whole = _percentiles([each.seconds for each in ended])
        first = _percentiles([each.first for each in ended])[1]
        megabytes = round(seen[-1].megabytes, 1)
        made.append(Minute(minute + 1, len(ended), *whole, first, megabytes, round(spent, 2)))
    return made


def _percentiles(seconds: Sequence[float]) -> tuple[float, float, float]:
    found = np.percentile(seconds or [0.0], (50, 95, 99))
    return round(float(found[0]), 3), round(float(found[1]), 3), round(float(found[2]), 3)
