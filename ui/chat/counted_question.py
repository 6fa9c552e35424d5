"""What became of a question: counted for the metrics, and one line in the log."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from index.errors import PinciteError
from rag.schema import Answer, Reply
from ui.chat.line import BusyError
from ui.chat.metrics import Metrics, Outcome

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Counting:
    """Say here what came of it; a question of which nothing is said was stopped."""

    outcome: Outcome = "stopped"
    reply: Reply | None = None

    def replied(self, reply: Reply) -> None:
        """There is a reply."""
        self.outcome = "answered" if isinstance(reply, Answer) else "not_found"
        self.reply = reply

    def raised(self, error: BaseException) -> None:
        """There is none."""
        if isinstance(error, PinciteError):
            self.outcome = "busy" if isinstance(error, BusyError) else "refused"
        else:
            self.outcome = "failed"


@contextmanager
def counted_question(metrics: Metrics, request: str) -> Iterator[Counting]:
    """Count one question of the request with this id, however it ends.

    The line in the log holds the reply's id, stages and scores, and none of its words.
    """
    began, counting = time.perf_counter(), Counting()
    try:
        yield counting
    except Exception as error:
        counting.raised(error)
        raise
    finally:
        seconds = time.perf_counter() - began
        metrics.question(counting.outcome, seconds)
        said: dict[str, object] = {
            "request": request,
            "outcome": counting.outcome,
            "ms": round(1000 * seconds, 1),
        }
        if counting.reply is not None:
            spent = counting.reply.seconds
            said |= {
                "reply": counting.reply.id,
                "search_ms": round(1000 * spent.search, 1),
                "select_ms": round(1000 * spent.select, 1),
                "confidence": counting.reply.confidence,
                "quotes": len(counting.reply.citations),
            }
        _log.info("question", extra=said)
