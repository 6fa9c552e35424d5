"""What it costs to see: `python -m ui.bench.seeing` prints CPU microseconds a question.

Of the stopwatch's stages, of counting a call, of its line in the log (in the thread that answers,
and in the one that writes), and of a page of metrics. The trace is one of a real question over the
index that the settings name.
"""

import io
import logging
import time
from collections.abc import Callable

from rag.engine import open_engine
from rag.settings import Settings
from rag.stopwatch import Stopwatch
from ui.bench.measure import made_questions
from ui.chat.caller import Caller
from ui.chat.counted_call import counted_call
from ui.chat.metrics import Metrics
from ui.json_lines import JsonLines
from ui.log_aside import WrittenAside

TIMES = 5_000
_CALLER = Caller("page", "0123456789abcdef", "tab")


def _microseconds(do: Callable[[], object], clock: Callable[[], float]) -> float:
    do()
    began = clock()
    for _ in range(TIMES):
        do()
    return 1e6 * (clock() - began) / TIMES


def _print() -> None:
    engine = open_engine(Settings())
    question = made_questions(engine.index, 1)[0]
    trace, metrics = engine.trace(question), Metrics()
    began = time.process_time()
    for _ in range(5):
        engine.trace(question)
    asked = 1e6 * (time.process_time() - began) / 5

    def stages() -> None:
        watch = Stopwatch()
        for lap in trace.laps:
            watch.lap(lap.stage)

    def counted() -> None:
        with counted_call(metrics, "ask", _CALLER) as counting:
            counting.replied(trace)

    log = logging.getLogger("ui.chat.counted_call")
    log.propagate = False
    log.setLevel(logging.ERROR)
    rows = [("stages of a stopwatch", _microseconds(stages, time.thread_time))]
    rows += [("counting, nothing logged", _microseconds(counted, time.thread_time))]
    log.setLevel(logging.INFO)
    form = logging.StreamHandler(io.StringIO())
    form.setFormatter(JsonLines())
    aside = WrittenAside(form, longest=2 * TIMES)
    log.addHandler(aside)
    rows += [("counting, its line handed on", _microseconds(counted, time.thread_time))]
    aside.close()
    log.removeHandler(aside)
    log.addHandler(form)
    rows += [("counting, its line written at once", _microseconds(counted, time.thread_time))]
    rows += [("a page of metrics", _microseconds(metrics.page, time.thread_time))]
    for what, spent in [*rows, ("a question, all of it", asked)]:
        print(f"{what:36} {spent:12,.1f} µs")


if __name__ == "__main__":
    _print()
