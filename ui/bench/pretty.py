"""What was measured, as a table."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from ui.bench.measure import Measured


def print_measured(console: Console, measured: Sequence[Measured]) -> None:
    """One row a figure; the last column is the one to compare between machines and days."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("what")
    table.add_column("measured", justify="right")
    table.add_column("beside it")
    table.add_column("ratio", justify="right")
    for row in measured:
        beside = f"{row.beside}: {_figure(row.beside_value)} {row.unit}"
        table.add_row(row.what, f"{_figure(row.value)} {row.unit}", beside, _figure(row.ratio))
    console.print(table)


def _figure(value: float) -> str:
    """Three digits that matter, never in powers of ten."""
    decimals = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{decimals}f}"
