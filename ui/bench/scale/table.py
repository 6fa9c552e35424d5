"""Costs at each size as Markdown, for docs/measurements.md and the terminal."""

from collections.abc import Callable, Sequence

from ui.bench.scale.run import Sized
from ui.bench.scale.worker import Times

_STEPS = (
    *("understand", "embed", "by meaning", "by word", "search", "answer"),
    *("cite", "cite, damaged"),
)


def table(sizes: Sequence[Sized]) -> str:
    """A row a cost, a column a size."""
    rows = [
        _row("", sizes, lambda each: f"{each.measures.passages:,}"),
        "|---|" + "---|" * len(sizes),
        *(_row(_named(step), sizes, _shown(step)) for step in _STEPS),
        _row("open, CPU s", sizes, lambda each: f"{each.measures.open_cpu:.2f}"),
        _row("`pincite ask` from the shell, s (CPU s)", sizes, _cold),
        _row("memory idle, MB (its own)", sizes, _idle),
        _row("memory at most, MB", sizes, lambda each: f"{each.measures.peak:.0f}"),
        _row("on the disk, MB", sizes, lambda each: f"{sum(each.megabytes.values()):.1f}"),
        _row("indexing but the encoder, CPU s", sizes, lambda each: f"{each.writing.cpu:.0f}"),
        _row("memory of indexing, MB", sizes, lambda each: f"{each.writing.megabytes:.0f}"),
    ]
    return "\n".join(rows)


def _named(step: str) -> str:
    return f"{step}, ms: median, 95 of 100 (CPU)"


def _row(name: str, sizes: Sequence[Sized], told: Callable[[Sized], str]) -> str:
    return f"| {name} | " + " | ".join(told(each) for each in sizes) + " |"


def _shown(step: str) -> Callable[[Sized], str]:
    def told(each: Sized) -> str:
        times: Times = each.measures.steps[step]
        return f"{times.median:.1f}, {times.p95:.1f} ({times.cpu:.1f})"

    return told


def _cold(each: Sized) -> str:
    return f"{each.cold.seconds:.1f} ({each.cold.cpu:.1f})"


def _idle(each: Sized) -> str:
    own = each.measures.idle.private
    return f"{each.measures.idle.resident:.0f}" + ("" if own is None else f" ({own:.0f})")
