"""The interface for programs, with Gradio's own client and with nothing but HTTP."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError

from rag.reply_json import load
from tests.e2e.chat.served import Served
from tests.e2e.chat.steps import ARTICLES, quotes


@pytest.fixture(scope="module")
def client(served: Served) -> Client:
    return Client(served.url, verbose=False, analytics_enabled=False)


def test_ask_gives_a_reply_whose_quotes_are_slices(client: Client) -> None:
    reply = client.predict("ferry pump?", api_name="/ask")
    assert reply["status"] == "answered"
    assert [c["id"] for c in reply["citations"]] == [c.id for c in quotes("ferry pump?")]
    for citation in reply["citations"]:
        text = ARTICLES[citation["article_id"]].text
        assert text[citation["start"] : citation["end"]] == citation["exact"]
    assert load(json.dumps(reply)).question == "ferry pump?"


def test_hostile_text_comes_back_as_it_stands(client: Client) -> None:
    reply = client.predict("What did the mayor say?", api_name="/ask")
    assert reply["citations"][0]["exact"] == quotes("mayor")[0].exact


def test_what_the_articles_do_not_answer(client: Client) -> None:
    reply = client.predict("Where is Atlantis?", api_name="/ask")
    assert (reply["status"], reply["citations"], reply["missing"]) == (
        "not_found",
        [],
        ["Atlantis"],
    )


def test_history_and_filters(client: Client) -> None:
    turns = ["How many planes came?"]
    reply = client.predict("And what did they carry?", history=turns, api_name="/ask")
    assert reply["searched_as"].startswith(turns[0])
    only = client.predict("ferry pump?", sources=["Northern Wire"], api_name="/ask")
    assert {c["source"] for c in only["citations"]} == {"Northern Wire"}


def test_search(client: Client) -> None:
    found = client.predict("pump", k=3, api_name="/search")
    assert [hit["rank"] for hit in found["hits"]] == [1, 2, 3]
    for hit in found["hits"]:
        assert ARTICLES[hit["article_id"]].text[hit["start"] : hit["end"]] == hit["text"]


def test_cite(client: Client) -> None:
    [citation, *_] = quotes("ferry pump?")
    assert client.predict(citation.exact, api_name="/cite")["status"] == "verbatim"
    assert client.predict(citation.id, api_name="/cite")["places"][0]["exact"] == citation.exact
    changed = client.predict(citation.exact.replace("3 March", "4 March"), api_name="/cite")
    assert changed["status"] == "altered"
    assert {"op": "replace", "asked": "4", "stands": "3", "kind": "number"} in changed["places"][0][
        "differences"
    ]


@pytest.mark.parametrize("key", list(ARTICLES))
def test_article(client: Client, key: str) -> None:
    article = client.predict(key, api_name="/article")
    assert article["text"] == ARTICLES[key].text
    assert article["sha256"] == ARTICLES[key].sha256


@pytest.mark.parametrize(
    ("call", "arguments", "sentence"),
    [
        ("/ask", {"question": 5}, "question must be a string, not int"),
        ("/ask", {"question": "x", "history": "y"}, "history must be a list of strings"),
        ("/ask", {"question": "x", "history": ["y"] * 51}, "at most 50"),
        ("/ask", {"question": "x", "since": "20x"}, "since '20x' is not a date"),
        ("/ask", {"question": "this is refused"}, "This question was refused"),
        ("/search", {"question": "x", "k": 0}, "1 to 100"),
        ("/search", {"question": "x", "k": True}, "k must be a whole number, not bool"),
        ("/cite", {"text_or_id": " "}, "no word to look up"),
        ("/article", {"article_id": "../../etc/passwd"}, "There is no article"),
    ],
)
def test_a_bad_call_gets_its_sentence(
    client: Client, call: str, arguments: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(AppError, match=sentence):
        client.predict(**arguments, api_name=call)


def test_a_fault_of_ours_gives_nothing_away(served: Served) -> None:
    events = called(served, "ask", {"question": "a broken question"})
    assert "event: error" in events
    assert "Zero" not in events


def test_by_http_alone(served: Served) -> None:
    found = result(called(served, "cite", {"text_or_id": "41 of 212 checks were overdue."}))
    assert found["status"] == "verbatim"
    asked = {"question": "ferry pump?", "sources": ["Northern Wire"]}
    reply = result(called(served, "ask", asked))
    assert {c["source"] for c in reply["citations"]} == {"Northern Wire"}


def test_fifty_at_once(served: Served) -> None:
    # By HTTP: one client of Gradio's shared by threads loses answers between two of its streams.
    def ask(_: int) -> int:
        return len(result(called(served, "ask", {"question": "ferry pump?"}))["citations"])

    with ThreadPoolExecutor(50) as together:
        assert list(together.map(ask, range(50))) == [3] * 50


def called(served: Served, name: str, arguments: dict[str, Any]) -> str:
    url = f"{served.url}/gradio_api/call/v2/{name}"
    event = httpx.post(url, json=arguments, timeout=60).json()["event_id"]
    return httpx.get(f"{url}/{event}", timeout=60).text


def result(events: str) -> Any:
    return json.loads(events.split("event: complete\ndata: ")[1].split("\n")[0])[0]
