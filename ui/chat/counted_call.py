"""What became of a call: counted for the metrics, and one line in the log."""

import asyncio
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from index.errors import PinciteError
from rag.schema import Answer, Trace
from rag.stopwatch import StoppedError
from ui.chat.caller import Caller
from ui.chat.line import BusyError
from ui.chat.metrics import Call, Metrics, Outcome
from ui.chat.traced import traced

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Counting:
    """Say here what is known of the call; one of which nothing is said was stopped."""

    gone: asyncio.Event = field(default_factory=asyncio.Event)
    began: float = field(default_factory=time.perf_counter)
    outcome: Outcome = "stopped"
    trace: Trace | None = None
    waited: float = 0.0

    def wanted(self) -> bool:
        """Whether somebody still listens; may be asked from any thread."""
        return not self.gone.is_set()

    def turn(self) -> None:
        """It waits no longer."""
        self.waited = time.perf_counter() - self.began

    def replied(self, trace: Trace) -> None:
        """There is a reply."""
        self.outcome = "answered" if isinstance(trace.reply, Answer) else "not_found"
        self.trace = trace

    def raised(self, error: BaseException) -> None:
        """There is none."""
        match error:
            case StoppedError():
                self.outcome = "stopped"
            case BusyError():
                self.outcome = "busy"
            case PinciteError():
                self.outcome = "refused"
            case _:
                self.outcome = "failed"


@contextmanager
def counted_call(
    metrics: Metrics, call: Call, caller: Caller, gone: asyncio.Event | None = None
) -> Iterator[Counting]:
    """Count one call, however it ends; `gone` is set when nobody listens any more.

    The line in the log holds the reply's id, stages and scores, and none of its words.
    """
    counting = Counting(gone or asyncio.Event())
    try:
        yield counting
        if call != "ask" and counting.wanted():
            counting.outcome = "answered"
    except Exception as error:
        counting.raised(error)
        raise
    finally:
        _noted(metrics, call, caller, counting)


def _noted(metrics: Metrics, call: Call, caller: Caller, counting: Counting) -> None:
    seconds = time.perf_counter() - counting.began
    metrics.call(call, caller.via, counting.outcome, seconds)
    if counting.trace is not None:
        metrics.stages(counting.trace.laps)
    if _log.isEnabledFor(logging.INFO):
        said: dict[str, object] = {
            "request": caller.request,
            "via": caller.via,
            "call": call,
            "outcome": counting.outcome,
            "ms": round(1000 * seconds, 1),
            "waited_ms": round(1000 * counting.waited, 1),
        }
        if counting.trace is not None:
            said |= traced(counting.trace)
        _log.info("call", extra=said)
