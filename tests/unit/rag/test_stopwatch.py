import pytest

from rag.schema import Lap, Seconds
from rag.stopwatch import StoppedError, Stopwatch


def test_laps_are_what_went_by_between_them() -> None:
    times = iter((10.0, 10.5, 12.0, 12.25))
    watch = Stopwatch(clock=lambda: next(times))
    for stage in ("understand", "search", "read"):
        watch.lap(stage)
    assert watch.laps == (Lap("understand", 0.5), Lap("search", 1.5), Lap("read", 0.25))
    assert watch.seconds(before="read") == Seconds(2.0, 0.25)


def test_the_next_stage_does_not_begin_when_nobody_waits() -> None:
    answers = iter((True, False))
    watch = Stopwatch(lambda: next(answers))
    watch.lap("understand")
    with pytest.raises(StoppedError, match="'search'"):
        watch.lap("search")


def test_stages_in_turns_are_added_up() -> None:
    times = iter((0.0, 1.0, 3.0, 3.5, 5.5, 6.0))
    watch = Stopwatch(clock=lambda: next(times))
    for stage in ("search", "read", "choose", "read", "choose"):
        watch.lap(stage)
    assert watch.laps == (Lap("search", 1.0), Lap("read", 4.0), Lap("choose", 1.0))
    assert watch.seconds(before="read") == Seconds(1.0, 5.0)
