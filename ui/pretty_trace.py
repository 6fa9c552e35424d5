"""The way of one question as a person can follow it: stages, times, scores, and the threshold."""

from dataclasses import asdict

from rich.console import Console
from rich.text import Text

from rag.schema import Citation, Hit, Near, Trace
from ui.printable import printable
from ui.terminal import block

SHOWN = 5
"""Passages and quotes shown of each list; `--json` has all."""
_WORDS = 90
_INDENT = "    "


def print_trace(console: Console, trace: Trace) -> None:
    """Print stages with their milliseconds, what each ranking put first, and why it was enough."""
    reply = trace.reply
    _head(console, "Stages")
    for lap in trace.laps:
        _line(console, f"{lap.stage:<12}{1000 * lap.seconds:8.1f} ms")
    _line(console, f"{'all':<12}{1000 * sum(lap.seconds for lap in trace.laps):8.1f} ms")
    _head(console, f"Searched as: {printable(reply.searched_as)}")
    _hits(console, "Found by both searches", trace.pool)
    _hits(console, "After reading", trace.ranked)
    _head(console, f"Quotes chosen ({len(trace.candidates)})")
    for quote in trace.candidates[:SHOWN]:
        _line(console, _why(quote), quote.exact)
    if trace.signals:
        _head(console, "Signals of the best")
        values = (f"{name} {value:.3g}" for name, value in asdict(trace.signals).items())
        _line(console, ", ".join(values))
    _head(console, f"Confidence {reply.confidence:.4f}: {reply.status.replace('_', ' ')}")
    nearest: tuple[Near, ...] = getattr(reply, "nearest", ())
    if nearest:
        _line(console, f"an answer needs {nearest[0].threshold:.4f}")


def _hits(console: Console, name: str, hits: tuple[Hit, ...]) -> None:
    _head(console, f"{name} ({len(hits)})")
    for hit in hits[:SHOWN]:
        place = (
            f"{hit.rank:>2}. {hit.score:9.4f}  {printable(hit.article_id)} {hit.start}-{hit.end}"
        )
        _line(console, place, hit.text)


def _why(quote: Citation) -> str:
    place = f"[{quote.n}] {printable(quote.article_id)} {quote.start}-{quote.end}"
    if quote.why is None:
        return place
    ranks = ((quote.why.dense_rank, "by meaning"), (quote.why.lexical_rank, "by words"))
    said = ", ".join(f"{'not found' if rank is None else rank} {how}" for rank, how in ranks)
    return f"{place}  score {quote.why.rerank_score:.4f}; rank {said}"


def _head(console: Console, text: str) -> None:
    block(console, Text(text, "bold"))


def _line(console: Console, text: str, words: str = "") -> None:
    block(console, Text(text), _INDENT, _INDENT)
    if words:
        shown = printable(words)
        cut = shown if len(shown) <= _WORDS else f"{shown[:_WORDS]}…"
        block(console, Text(cut, "dim"), 2 * _INDENT, 2 * _INDENT)
