from xml.etree import ElementTree

import pytest

from index.errors import BadInputError
from rag.settings import Settings
from ui.bench.process import Ran
from ui.bench.scale.command import run_scale
from ui.bench.scale.memory import Memory
from ui.bench.scale.plot import plot
from ui.bench.scale.run import Sized
from ui.bench.scale.table import table
from ui.bench.scale.worker import Measures, Times

STEPS = (
    "understand",
    "embed",
    "by meaning",
    "by word",
    "search",
    "answer",
    "cite",
    "cite, damaged",
)


def sized(passages: int, cost: float) -> Sized:
    steps = {step: Times(cost, 2 * cost, cost / 2) for step in STEPS}
    measures = Measures(passages, 0.5, 0.4, steps, Memory(250.0, 240.0), 300.0)
    return Sized(
        passages, Ran(9.0, 400.0, 8.0), {"lexical": 1.5, "words": 0.5}, measures, Ran(2, 1, 1.5)
    )


def test_the_table_has_a_column_a_size() -> None:
    lines = table([sized(1000, 2.0), sized(10_000, 3.0)]).splitlines()
    assert lines[0] == "|  | 1,000 | 10,000 |"
    assert "| search, ms: median, 95 of 100 (CPU) | 2.0, 4.0 (1.0) | 3.0, 6.0 (1.5) |" in lines
    assert "| on the disk, MB | 2.0 | 2.0 |" in lines


def test_the_plot_rises_where_the_cost_does() -> None:
    root = ElementTree.fromstring(plot([sized(1000, 2.0), sized(100_000, 200.0)]))
    lines = root.findall("{http://www.w3.org/2000/svg}polyline")
    assert len(lines) == len(STEPS) - 2  # a lookup is no step of a question
    (_, low), (_, high) = (point.split(",") for point in lines[0].attrib["points"].split())
    assert float(high) < float(low)


@pytest.mark.parametrize("sizes", ["many", "1000,", "50", "-1000", "1e6"])
def test_sizes_that_are_none_are_refused(sizes: str) -> None:
    with pytest.raises(BadInputError, match="for example --scale"):
        run_scale(Settings(), sizes, 5, False, None)
