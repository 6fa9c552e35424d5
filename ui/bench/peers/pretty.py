"""The comparison as two tables: what it costs, in times ours, and how good it is."""

from collections.abc import Callable, Sequence

from rich.console import Console
from rich.table import Table

from ui.bench.peers.result import Result, WayResult
from ui.bench.peers.side_by_side import SideBySide

_Figure = Callable[[Result], float]
_COSTS: tuple[tuple[str, str, _Figure], ...] = (
    ("index, CPU", "s", lambda r: r.index_cpu),
    ("index", "s", lambda r: r.index),
    ("index from a cold start, CPU", "s", lambda r: r.whole_cpu),
    ("ten changed articles, CPU", "s", lambda r: r.change_cpu),
    ("cold start to first answer, CPU", "s", lambda r: r.cold_cpu),
    ("cold start to first answer", "s", lambda r: r.cold),
    ("memory, indexing", "MB", lambda r: r.index_megabytes),
    ("memory, idle", "MB", lambda r: r.idle_megabytes),
    ("memory, asking", "MB", lambda r: r.asking_megabytes),
    ("disk", "MB", lambda r: r.disk_megabytes),
)


def print_side_by_side(console: Console, made: SideBySide) -> None:
    """Ours is measured; every other figure is how many times ours it is."""
    console.print(
        f"{made.dataset}: {made.articles} articles, {made.characters:,} characters, "
        f"{made.questions} questions, {made.rounds} rounds, encoder: {made.encoder}"
    )
    console.print(_costs(made.results))
    console.print(_ways(made.results))
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
    for name, unit, figure in _COSTS:
        ours = figure(results[0])
        others = [_times(figure(each), ours) for each in results[1:]]
        table.add_row(name, f"{_figure(ours)} {unit}", *others)
    return table


def _ways(results: Sequence[Result]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("asked")
    for name in ("CPU ms", "median", "95 %", "hit@1", "hit@10", "recall@10", "MRR@10", "chars"):
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
    q = way.quality
    shares = (q.hit_1, q.hit_10, q.recall_10, q.mrr_10)
    return [*times, *(f"{share:.3f}".lstrip("0") for share in shares), f"{q.characters:,.0f}"]


def _times(value: float, ours: float) -> str:
    return f"{_figure(value / ours)} x" if ours else "-"


def _figure(value: float) -> str:
    decimals = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{decimals}f}"
