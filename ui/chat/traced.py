"""The way of a question in a line of the log: its stages and scores, and none of its words."""

from collections.abc import Sequence

from rag.schema import Hit, Trace

BEST = 5
"""Scores that are told of each ranking."""


def traced(trace: Trace) -> dict[str, object]:
    """Milliseconds by stage, the best scores before and after reading, what was sure enough."""
    reply = trace.reply
    told: dict[str, object] = {
        "reply": reply.id,
        "stages_ms": {lap.stage: round(1000 * lap.seconds, 1) for lap in trace.laps},
        "found": _scores(trace.pool),
        "read": _scores(trace.ranked),
        "quotes": [
            round(quote.why.rerank_score, 3) for quote in trace.candidates[:BEST] if quote.why
        ],
        "confidence": reply.confidence,
        "cited": len(reply.citations),
    }
    if reply.status == "not_found" and reply.nearest:
        told["needed"] = reply.nearest[0].threshold
    return told


def _scores(hits: Sequence[Hit]) -> list[float]:
    return [round(hit.score, 3) for hit in hits[:BEST]]
