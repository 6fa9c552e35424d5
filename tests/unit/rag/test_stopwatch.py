from rag.schema import Lap, Seconds
from rag.stopwatch import Stopwatch


def test_laps_are_what_went_by_between_them() -> None:
    times = iter((10.0, 10.5, 12.0, 12.25))
    watch = Stopwatch(lambda: next(times))
    for stage in ("understand", "search", "read"):
        watch.lap(stage)
    assert watch.laps == (Lap("understand", 0.5), Lap("search", 1.5), Lap("read", 0.25))
    assert watch.seconds(before="read") == Seconds(2.0, 0.25)
