import sqlite3

import pytest

from index.selection import Selection


def passes(selection: Selection, source: str | None, published: str | None) -> bool:
    where, values = selection.condition()
    query = (
        f"WITH articles (source, published) AS (VALUES (?, ?)) SELECT 1 FROM articles WHERE {where}"
    )
    return bool(sqlite3.connect(":memory:").execute(query, (source, published, *values)).fetchall())


@pytest.mark.parametrize(
    ("published", "since", "until", "passing"),
    [
        ("2019-06-25", "2019", None, True),
        ("2019-06-25", "2019-06", "2019-06", True),
        ("2019-06-25", "2019-06-25", "2019-06-25", True),
        ("2019-06-25", "2019-06-26", None, False),
        ("2019-06-25", None, "2019-05", False),
        ("2019-06", "2019-06-20", None, True),
        ("2019-06", None, "2019-06-20", True),
        ("2019-07", None, "2019-06-20", False),
        (None, "2019", None, False),
        (None, None, "2019", False),
        (None, None, None, True),
    ],
)
def test_dates_are_compared_as_far_as_both_go(
    published: str | None, since: str | None, until: str | None, passing: bool
) -> None:
    assert passes(Selection((), since, until), None, published) is passing


def test_any_of_the_sources_will_do() -> None:
    assert passes(Selection(("A", "B")), "A", None)
    assert not passes(Selection(("A", "B")), "C", None)
    assert not passes(Selection(("A",)), None, None)


@pytest.mark.parametrize(
    ("source", "published", "fits"),
    [
        ("A", "2023-10-07T08:00:00+00:00", True),
        ("A", "2023-10", True),
        ("A", None, True),
        ("A", "2023-09-30", False),
        ("A", "2023-11-01", False),
        ("B", "2023-10-07", False),
        (None, "2023-10-07", False),
    ],
)
def test_where_undated_articles_pass(source: str | None, published: str | None, fits: bool) -> None:
    assert passes(Selection(("A",), "2023-10-01", "2023-10-31", True), source, published) is fits
