"""What a run under load is said to have come to."""

import random
from dataclasses import replace

import httpx
import pytest

from ui.bench.load.command import whole
from ui.bench.load.freed import Freed, freed
from ui.bench.load.page_events import PageEvents
from ui.bench.load.person import Asked, Person, ReadBack
from ui.bench.load.report import LoadReport, report
from ui.bench.load.slope import slope_an_hour
from ui.bench.load.table import table
from ui.bench.load.watch import Sample

SAMPLES = [
    Sample(second, 400 + second / 60, 60, 900 - second / 60, second / 2, 1, 2, 0.01)
    for second in range(180)
]
LEFT = Sample(185.0, 403.0, 60, 897, 92.5, 0, 0, 0.01)


def made() -> LoadReport:
    events = PageEvents(0, 1, {}, {})
    person = Person(httpx.AsyncClient(), events, ("Who?",), random.Random(1))
    person.asked += [
        Asked(10.0, "answered", 2.0, 0.1, 0, "a"),
        Asked(70.0, "not_found", 4.0, 0.3, 7, "b"),
        Asked(80.0, "vanished", 1.0, 0.2, 3, "c"),
    ]
    person.read += [ReadBack(2, 0), ReadBack(1, 0)]
    return report([person], [*SAMPLES, LEFT], Freed(1, 1, 1), 3, 18.5)


def test_the_curve_has_a_row_a_minute() -> None:
    rows = made().by_minute
    assert [(row.minute, row.ended, row.p50, row.first_p95) for row in rows] == [
        (1, 1, 2.0, 0.1),
        (2, 1, 4.0, 0.3),
    ]
    assert [row.cores for row in rows] == [0.5, 0.5]


def test_growth_is_told_by_the_hour() -> None:
    assert slope_an_hour([(0.0, 1.0), (60.0, 2.0), (120.0, 3.0)]) == 60.0
    assert slope_an_hour([(0.0, 1.0)]) == 0.0
    assert made().slope == pytest.approx(60.0, abs=1)
    assert made().heap_slope == pytest.approx(0.0, abs=0.1)
    assert made().pieces_slope == pytest.approx(-60.0, abs=1)
    assert made().server_cores == 0.5


def test_places_in_line_and_what_was_read_back_are_counted() -> None:
    found = made()
    assert found.ended == {"answered": 1, "not_found": 1, "vanished": 1}
    assert (found.told, found.deepest) == (2, 7)
    assert (found.conversations, found.turns, found.lost) == (2, 3, 0)
    assert "| questions vanished | 1 |" in table(found)


@pytest.mark.parametrize(
    "worse",
    [
        {"lost": 1},
        {"running": 1},
        {"waiting": 1},
        {"errors": {"ReadTimeout": 2}},
        {"ended": {"failed": 1}},
        {"freed": Freed(2, 1, 1)},
    ],
)
def test_a_run_is_whole_only_if_nothing_was_lost(worse: dict[str, object]) -> None:
    assert whole(made())
    assert not whole(replace(made(), **worse))  # type: ignore[arg-type]


def test_what_became_of_those_who_vanished_is_in_the_log() -> None:
    log = (
        '{"message": "request", "request": "a"}',
        '{"message": "call", "call": "ask", "request": "a", "outcome": "stopped"}',
        '{"message": "call", "call": "ask", "request": "b", "outcome": "answered"}',
        '{"message": "call", "call": "cite", "request": "c", "outcome": "answered"}',
        "no JSON",
    )
    assert freed(log, ["a", "b", "c"]) == Freed(3, 2, 1)
