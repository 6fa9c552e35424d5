"""Counts of what the server does, in Prometheus's text format.

https://prometheus.io/docs/instrumenting/exposition_formats/. Counting takes a lock for a moment;
everything else is done when somebody asks for the page.
"""

import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from threading import Lock
from typing import Literal

Outcome = Literal["answered", "not_found", "refused", "failed", "stopped", "busy"]
BUCKETS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
"""Seconds; upper bounds of the histogram."""

TYPE = "text/plain; version=0.0.4; charset=utf-8"
_UNIT = 1 if sys.platform == "darwin" else 1024


class Metrics:
    """Safe to count from any thread. `gauges` are read when the page is made."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._outcomes: Counter[str] = Counter()
        self._requests: Counter[int] = Counter()
        self._buckets: Counter[float] = Counter()
        self._seconds = 0.0
        self._began = time.time()
        self._gauges: dict[str, tuple[str, Callable[[], float]]] = {}

    def question(self, outcome: Outcome, seconds: float) -> None:
        """A question ended, so long after it was asked, waiting included."""
        with self._lock:
            self._outcomes[outcome] += 1
            self._seconds += seconds
            self._buckets[next((b for b in BUCKETS if seconds <= b), float("inf"))] += 1

    def request(self, status: int) -> None:
        """A request was answered with this status."""
        with self._lock:
            self._requests[status] += 1

    def gauge(self, name: str, help: str, read: Callable[[], float]) -> None:
        """A value that is read when somebody looks."""
        self._gauges[name] = (help, read)

    def page(self) -> str:
        """The text that Prometheus reads."""
        return "\n".join([*self._lines(), ""])

    def _lines(self) -> Iterator[str]:
        with self._lock:
            outcomes, requests = dict(self._outcomes), dict(self._requests)
            buckets, seconds = dict(self._buckets), self._seconds
        name = "pincite_questions_total"
        yield from _head(name, "counter", "Questions by what came of them.")
        yield from (f'{name}{{outcome="{key}"}} {outcomes[key]}' for key in sorted(outcomes))
        name = "pincite_question_seconds"
        yield from _head(name, "histogram", "Seconds from asking to the whole answer.")
        below = 0
        for bound in BUCKETS:
            below += buckets.get(bound, 0)
            yield f'{name}_bucket{{le="{bound:g}"}} {below}'
        yield f'{name}_bucket{{le="+Inf"}} {sum(buckets.values())}'
        yield f"{name}_sum {seconds:.6f}"
        yield f"{name}_count {sum(buckets.values())}"
        name = "pincite_http_requests_total"
        yield from _head(name, "counter", "Requests by status.")
        yield from (f'{name}{{status="{key}"}} {requests[key]}' for key in sorted(requests))
        for name, (text, read) in (self._gauges | self._process()).items():
            yield from _head(name, "gauge", text)
            yield f"{name} {read():.10g}"

    def _process(self) -> dict[str, tuple[str, Callable[[], float]]]:
        return {
            "process_start_time_seconds": ("When the server started.", lambda: self._began),
            "process_cpu_seconds": ("Seconds of CPU spent.", time.process_time),
            "process_resident_memory_bytes": ("Memory held now.", resident_bytes),
        }


def resident_bytes() -> float:
    """Memory that the process holds; where the system does not say, the most that it ever held."""
    try:
        with open("/proc/self/statm") as file:
            return float(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT)


def _head(name: str, kind: str, text: str) -> tuple[str, str]:
    return f"# HELP {name} {text}", f"# TYPE {name} {kind}"
