"""The engine as a producer of records."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from eval.schema import Place, Question, Record
from rag.schema import Filters, Hit, Reply, Seconds, Trace

DEPTH = 100


class Traced(Protocol):
    """What evaluation needs of an engine."""

    def trace(self, question: str, history: Sequence[str] = ..., filters: Filters = ...) -> Trace:
        """A reply and the way to it."""


def produce(
    engine: Traced,
    questions: Sequence[Question],
    heard: Callable[[int, int], None] = lambda done, total: None,
) -> Iterator[tuple[Record, Seconds]]:
    """A record and its times for each question, in order; rankings to depth 100."""
    for done, question in enumerate(questions):
        heard(done, len(questions))
        trace = engine.trace(question.question, question.history)
        yield record_of(question.qid, trace), trace.reply.seconds
    heard(len(questions), len(questions))


def record_of(qid: str, trace: Trace) -> Record:
    """The trace without its times."""
    return Record(
        qid,
        untimed(trace.reply),
        places(trace.ranked[:DEPTH]),
        places(trace.pool[:DEPTH]),
        trace.candidates,
    )


def untimed(reply: Reply) -> Reply:
    """The reply with its times set to 0, so that two runs give the same bytes."""
    return replace(reply, seconds=Seconds(0.0, 0.0))


def places(hits: Sequence[Hit]) -> tuple[Place, ...]:
    """Where the hits stand."""
    return tuple(Place(hit.article_id, hit.start, hit.end) for hit in hits)
