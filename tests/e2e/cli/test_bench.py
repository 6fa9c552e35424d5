import json

import pytest


def test_every_figure_has_its_yardstick(pincite) -> None:  # type: ignore[no-untyped-def]
    done = pincite("bench", "--rounds", "2", "--json")
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)
    assert [row["what"].split(",")[0] for row in rows] == [
        *("ask", "ask", "search", "search", "index"),
        "cold start to first reply",
        "memory of one question",
        "memory of all of this",
    ]
    for row in rows:
        assert row["ratio"] == pytest.approx(row["value"] / row["beside_value"])
        assert row["value"] > 0
