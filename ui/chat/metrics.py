"""Counts of what the server does.

Counting takes a lock for a moment; everything else is done when somebody asks for the page.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from threading import Lock
from typing import Literal

from rag.schema import Lap
from ui.chat import exposition
from ui.chat.caller import Via
from ui.chat.process_gauges import process_gauges

Call = Literal["ask", "search", "cite", "article"]
Outcome = Literal["answered", "not_found", "refused", "failed", "stopped", "busy"]
BUCKETS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
"""Seconds; upper bounds of the histogram."""

TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """Safe to count from any thread. Gauges are read when the page is made."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._calls: Counter[tuple[str, ...]] = Counter()
        self._spent: defaultdict[str, float] = defaultdict(float)
        self._stages: Counter[str] = Counter()
        self._stage_spent: defaultdict[str, float] = defaultdict(float)
        self._requests: Counter[int] = Counter()
        self._buckets: Counter[float] = Counter()
        self._gauges = process_gauges()

    def call(self, call: Call, via: Via, outcome: Outcome, seconds: float) -> None:
        """A call ended, so long after it was made, waiting included."""
        bound = next((b for b in BUCKETS if seconds <= b), float("inf"))
        with self._lock:
            self._calls[call, via, outcome] += 1
            self._spent[call] += seconds
            if call == "ask":
                self._buckets[bound] += 1

    def stages(self, laps: Iterable[Lap]) -> None:
        """A question went through these stages."""
        with self._lock:
            for lap in laps:
                self._stages[lap.stage] += 1
                self._stage_spent[lap.stage] += lap.seconds

    def request(self, status: int) -> None:
        """A request was answered with this status."""
        with self._lock:
            self._requests[status] += 1

    def gauge(self, name: str, help: str, read: Callable[[], float]) -> None:
        """A value that is read when somebody looks."""
        self._gauges[name] = (help, read)

    def page(self) -> str:
        """The text that Prometheus reads."""
        with self._lock:
            calls, spent, buckets = dict(self._calls), dict(self._spent), dict(self._buckets)
            stages, stage_spent = dict(self._stages), dict(self._stage_spent)
            requests = dict(self._requests)
        questions: Counter[str] = Counter()
        of_a_kind: Counter[str] = Counter()
        for (call, _, outcome), count in calls.items():
            of_a_kind[call] += count
            if call == "ask":
                questions[outcome] += count
        name, text = "pincite_questions_total", "Questions by what came of them."
        lines = [*exposition.counter(name, text, "outcome", questions)]
        name, text = "pincite_question_seconds", "Seconds from asking to the whole answer."
        lines += exposition.histogram(name, text, BUCKETS, buckets, spent.get("ask", 0.0))
        name, text = "pincite_calls_total", "Calls by kind, by the way they came, by outcome."
        lines += exposition.table(name, text, ("call", "via", "outcome"), calls)
        name, text = "pincite_call_seconds", "Seconds that calls took, waiting included."
        lines += exposition.summary(name, text, "call", spent, of_a_kind)
        name, text = "pincite_stage_seconds", "Seconds that the stages of questions took."
        lines += exposition.summary(name, text, "stage", stage_spent, stages)
        name, text = "pincite_http_requests_total", "Requests by status."
        lines += exposition.counter(name, text, "status", requests)
        for name, (text, read) in self._gauges.items():
            lines += exposition.gauge(name, text, read())
        return "\n".join([*lines, ""])
