import json
from pathlib import Path

import pytest

from index.manifest import read
from index.opened import open_contents
from index.schema import Span
from rag.cite import cut
from rag.reply_json import dump
from rag.schema import Answer, Seconds, Statement
from rag.settings import Settings

QUOTE = "The aircraft, an Antonov 124 and Ilyushin Il-62, also carried 35 tons of equipment."


@pytest.fixture
def reply(seed_settings: Settings, tmp_path: Path) -> Path:
    """A saved answer that quotes the articles to the letter, whatever the engine would choose."""
    manifest = read(seed_settings.index)
    article = open_contents(seed_settings.index, manifest).articles["001_58b7a87a07912adc.txt"]
    start = article.text.index("The aircraft, an Antonov")
    citation = cut(1, article, Span(start, start + len(QUOTE)))
    statements = (Statement(QUOTE, (1,)),)
    answer = Answer(
        "id", "What came?", "What came?", statements, (citation,), (), 1.0, Seconds(0, 0)
    )
    path = tmp_path / "reply.json"
    path.write_text(dump(answer), encoding="utf-8")
    return path


def test_a_quote_is_found_and_a_changed_figure_is_shown(pincite) -> None:  # type: ignore[no-untyped-def]
    lookup = json.loads(pincite("cite", QUOTE, "--json").stdout)
    assert lookup["status"] == "verbatim"
    place = lookup["places"][0]
    assert place["exact"] == QUOTE
    by_id = json.loads(pincite("cite", "-", "--json", stdin=place["id"] + "\n").stdout)
    assert (by_id["status"], by_id["places"][0]["start"]) == ("verbatim", place["start"])
    done = pincite("cite", QUOTE.replace("35", "53"))
    assert done.returncode == 0
    assert done.stdout.startswith("Altered")
    assert "number: “53” stands as “35”" in done.stdout


def test_nothing_to_look_up_is_refused(refused) -> None:  # type: ignore[no-untyped-def]
    assert "no word to look up" in refused("cite", "")


def test_a_faithful_reply_is_verified(pincite, reply: Path) -> None:  # type: ignore[no-untyped-def]
    done = pincite("verify", reply)
    assert (done.returncode, done.stderr) == (0, "")
    assert "every one verified" in done.stdout


@pytest.mark.parametrize("field", ["exact", "statement", "start", "article_id", "title"])
def test_a_forged_reply_is_caught(pincite, reply: Path, field: str) -> None:  # type: ignore[no-untyped-def]
    record = json.loads(reply.read_text(encoding="utf-8"))
    citation = record["citations"][0]
    if field == "statement":
        record["statements"][0]["text"] = citation["exact"].replace("35", "53")
    elif field == "start":
        citation["start"] += 1
    elif field == "title":
        citation["title"] = "Another article"
    else:
        citation[field] = citation[field].replace("35", "53").replace("001", "003")
    reply.write_text(json.dumps(record), encoding="utf-8")
    done = pincite("verify", reply, "--json")
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert found["problems"]
    assert found["replies"] == 1


def test_what_is_not_a_reply_is_refused(refused, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert "There is no file" in refused("verify", "none.json")
    (tmp_path / "other.json").write_text('{"a": 1}', encoding="utf-8")
    assert "is not a reply" in refused("verify", "other.json")
