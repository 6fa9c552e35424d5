import json

import pytest

from rag.reply_json import load
from rag.schema import Answer, NotFound
from tests.conftest import SEEDS

SOLDIERS = "How many soldiers did the two Russian planes carry?"


def test_an_answer_is_cut_from_the_article(pincite) -> None:  # type: ignore[no-untyped-def]
    done = pincite("ask", SOLDIERS, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    reply = load(done.stdout)
    assert isinstance(reply, Answer)
    assert "99 soldiers" in reply.citations[0].exact
    for citation in reply.citations:
        text = (SEEDS / citation.article_id).read_text(encoding="utf-8")
        assert text[citation.start : citation.end] == citation.exact
        assert citation.status == "verified"


def test_people_get_the_quote_and_its_place(pincite) -> None:  # type: ignore[no-untyped-def]
    done = pincite("ask", "-", stdin=SOLDIERS + "\n")
    assert done.returncode == 0
    first, title, place = done.stdout.splitlines()[:3]
    assert first.startswith("[1] ")
    assert "99 soldiers" in first
    assert "Crisis in Venezuela" in title
    assert place.strip().startswith("001_58b7a87a07912adc.txt, characters ")
    assert "\x1b" not in done.stdout


def test_colours_only_on_a_terminal(pincite) -> None:  # type: ignore[no-untyped-def]
    assert "\x1b[" in pincite("ask", SOLDIERS, FORCE_COLOR="1").stdout


def test_not_found_is_a_reply(pincite) -> None:  # type: ignore[no-untyped-def]
    done = pincite("ask", "What is the capital of Mongolia?", "--json")
    assert done.returncode == 0
    assert isinstance(load(done.stdout), NotFound)
    done = pincite("ask", "What is the capital of Mongolia?")
    assert done.returncode == 0
    assert done.stdout.startswith("Not found. ")


def test_json_has_the_fields_of_the_interface(pincite) -> None:  # type: ignore[no-untyped-def]
    reply = json.loads(pincite("ask", SOLDIERS, "--json").stdout)
    assert reply["status"] == "answered"
    assert {"id", "question", "searched_as", "statements", "citations", "confidence"} <= set(reply)
    assert set(reply["seconds"]) == {"search", "select"}


def test_filters_reach_the_search(pincite, refused) -> None:  # type: ignore[no-untyped-def]
    reply = load(pincite("ask", SOLDIERS, "--since", "2090", "--json").stdout)
    assert isinstance(reply, NotFound)
    assert reply.searched.articles == 0
    assert "No article has the source 'Nobody'" in refused("ask", SOLDIERS, "--source", "Nobody")


def test_history_is_read(pincite, refused, tmp_path) -> None:  # type: ignore[no-untyped-def]
    earlier = tmp_path / "earlier.txt"
    earlier.write_text(SOLDIERS, encoding="utf-8")
    alone = json.loads(pincite("ask", "And who commanded them?", "--json").stdout)
    follow = pincite("ask", "And who commanded them?", "--history", earlier, "--json")
    assert json.loads(follow.stdout)["id"] != alone["id"]
    assert "There is no file" in refused("ask", SOLDIERS, "--history", tmp_path / "none")


@pytest.mark.parametrize("question", ["", "  \n", "?!", "why " * 25_000])
def test_a_question_that_is_none_is_refused(refused, question: str) -> None:  # type: ignore[no-untyped-def]
    assert "The question" in refused("ask", question)


@pytest.mark.parametrize("flag", ["--since", "--until"])
def test_a_date_that_is_none_is_refused(refused, flag: str) -> None:  # type: ignore[no-untyped-def]
    assert "is not a date" in refused("ask", SOLDIERS, flag, "last week")
