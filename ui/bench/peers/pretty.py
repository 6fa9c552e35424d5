"""The comparison as three tables: what it costs, how good it is, and what a difference is worth."""

from collections.abc import Callable, Sequence
from statistics import median

from rich.console import Console
from rich.table import Table

from eval.significance.paired import paired
from ui.bench.peers.quality import MEASURES
from ui.bench.peers.result import Result, WayResult
from ui.bench.peers.side_by_side import SideBySide

_COSTS: tuple[tuple[str, str, Callable[[Result], list[float]]], ...] = (
    ("index, CPU", "s", lambda r: [each.index_cpu for each in r.indexed]),
    ("index", "s", lambda r: [each.index for each in r.indexed]),
    ("index from a cold start, CPU", "s", lambda r: [each.whole_cpu for each in r.indexed]),
    ("index from a cold start", "s", lambda r: [each.whole for each in r.indexed]),
    ("ten changed articles, CPU", "s", lambda r: [each.change_cpu for each in r.indexed]),
    ("cold start to first answer, CPU", "s", lambda r: [each.cold_cpu for each in r.opened]),
    ("cold start to first answer", "s", lambda r: [each.cold for each in r.opened]),
    ("memory, indexing", "MB", lambda r: [each.megabytes for each in r.indexed]),
    ("memory, idle", "MB", lambda r: [each.idle_megabytes for each in r.opened]),
    ("memory, asking", "MB", lambda r: [each.megabytes for each in r.opened]),
    ("disk", "MB", lambda r: [each.disk_megabytes for each in r.indexed]),
)
"""What is measured in every round, by name and unit."""


def print_side_by_side(console: Console, made: SideBySide) -> None:
    """Ours is measured; every other figure is how many times ours it is.

    Medians over the rounds; behind a ratio stand its least and its greatest, round by round.
    """
    console.print(
        f"{made.dataset}: {made.articles} articles, {made.characters:,} characters, "
        f"{made.questions} questions, {made.rounds} rounds, encoder: {made.encoder}"
    )
    console.print(_costs(made.results))
    console.print(_ways(made.results))
    if len(made.results) > 1 and made.questions > 1:
        console.print(_differences(made.results))
    for missing in made.not_run:
        console.print(f"{missing.name} was not run: {missing.reason}", markup=False)
    for each in made.results:
        if each.reached_for:
            console.print(f"{each.name} reached for {', '.join(each.reached_for)}; refused.")


def _costs(results: Sequence[Result]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("what")
    for number, each in enumerate(results):
        table.add_column(each.name if number else f"{each.name}, measured", justify="right")
    for name, unit, figures in _COSTS:
        ours = figures(results[0])
        others = [_ratio(figures(each), ours) for each in results[1:]]
        table.add_row(name, f"{_figure(median(ours))} {unit}", *others)
    return table


def _ratio(theirs: Sequence[float], ours: Sequence[float]) -> str:
    ratios = [a / b for a, b in zip(theirs, ours, strict=True) if b]
    if len(ratios) < len(ours):
        return "-"
    spread = f" ({_figure(min(ratios))}-{_figure(max(ratios))})" if len(ratios) > 1 else ""
    return f"{_figure(median(ratios))} x{spread}"


def _ways(results: Sequence[Result]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("asked")
    for name in ("CPU ms", "median", "95 %", *MEASURES, "chars"):
        table.add_column(name, justify="right")
    ours = results[0].ways[0]
    for each in results:
        for way in each.ways:
            table.add_row(f"{each.name}, {way.name}", *_cells(way, ours))
    return table


def _cells(way: WayResult, ours: WayResult) -> list[str]:
    pairs = (
        (way.cpu_ms, ours.cpu_ms),
        (way.median_ms, ours.median_ms),
        (way.p95_ms, ours.p95_ms),
    )
    times = [f"{_figure(a)} ms" if way is ours else _times(a, b) for a, b in pairs]
    shares = [f"{way.quality.mean(name):.3f}".lstrip("0") for name in MEASURES]
    return [*times, *shares, f"{way.quality.characters:,.0f}"]


def _differences(results: Sequence[Result]) -> Table:
    """Of every way from our first one, question by question."""
    ours = results[0].ways[0]
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(f"less {results[0].name}, {ours.name} (95 %)")
    for name in MEASURES:
        table.add_column(name, justify="right")
    for each in results:
        for way in each.ways:
            if way is not ours:
                table.add_row(f"{each.name}, {way.name}", *_less(way, ours))
    return table


def _less(way: WayResult, ours: WayResult) -> list[str]:
    tests = paired(list(zip(_by_question(ours), _by_question(way), strict=True)), MEASURES)
    return [f"{test.difference:+.3f} ({test.low:+.3f} {test.high:+.3f})" for test in tests]


def _by_question(way: WayResult) -> list[dict[str, float]]:
    rows = zip(*(way.quality.values[name] for name in MEASURES), strict=True)
    return [dict(zip(MEASURES, row, strict=True)) for row in rows]


def _times(value: float, ours: float) -> str:
    return f"{_figure(value / ours)} x" if ours else "-"


def _figure(value: float) -> str:
    decimals = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{decimals}f}"
