import json
import sqlite3
from contextlib import closing

import pytest


@pytest.fixture
def store(pincite, clippings):  # type: ignore[no-untyped-def]
    """The file of an index's articles; the index lies in `one/index`."""
    assert pincite("index", clippings, "--index", "one/index").returncode == 0
    (file,) = (clippings.parent / "one" / "index").glob("g-*/articles.sqlite")
    return file


def test_sound_damaged_and_nothing_to_examine(pincite, refused, clippings, store) -> None:  # type: ignore[no-untyped-def]
    done = pincite("doctor", "--index", "one/index")
    assert (done.returncode, done.stdout[:6]) == (0, "Sound:")
    with closing(sqlite3.connect(store)) as base, base:
        base.execute("UPDATE articles SET title = 'Another'")
    done = pincite("doctor", "--index", "one/index", "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 1
    assert {each["kind"] for each in found} == {"damage"}
    assert any("titles" in each["what"] for each in found)
    assert all("--anew" in each["mend"] for each in found)
    assert pincite("index", clippings, "--index", "one/index", "--anew").returncode == 0
    assert pincite("doctor", "--index", "one/index").returncode == 0
    assert "There is no index in none" in refused("doctor", "--index", "none")


def test_what_lies_beside_the_index_is_examined_too(pincite, store) -> None:  # type: ignore[no-untyped-def]
    beside = store.parents[2]
    (beside / "judgements.jsonl").write_text('{"at": "20')
    (beside / "conversations.sqlite").write_bytes(b"no database" * 99)
    (beside / "eval" / "run").mkdir(parents=True)
    (beside / "eval" / "run" / "run.json").write_text("{}")
    done = pincite("doctor", "--index", "one/index")
    assert done.returncode == 1
    for name in ("judgements.jsonl", "conversations.sqlite", "run.json"):
        assert name in done.stdout
