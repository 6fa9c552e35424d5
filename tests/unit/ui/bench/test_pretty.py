from io import StringIO

from rich.console import Console

from ui.bench.measure import compared
from ui.bench.pretty import print_measured


def test_the_ratio_stands_last() -> None:
    console = Console(file=StringIO(), width=100)
    print_measured(console, [compared("ask, median", 1500.0, "ms", "matrix product", 40.0)])
    assert isinstance(console.file, StringIO)
    row = console.file.getvalue().splitlines()[1]
    assert row.split() == [
        "ask,",
        "median",
        "1,500",
        "ms",
        "matrix",
        "product:",
        "40.0",
        "ms",
        "37.5",
    ]
