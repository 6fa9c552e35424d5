"""Arguments of the calls over HTTP and requests of the page, of any type, size and shape."""

import json
from typing import Any

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.e2e.hostile.answered import PATIENCE, last_event, not_broken, one_sentence, some
from tests.e2e.hostile.arguments import ARGUMENTS, RAW, with_anything
from tests.e2e.hostile.running import Running
from tests.property.hostile.broken import damaged, otherwise

BY_PLACE = {name: {"data": list(each.values())} for name, each in ARGUMENTS.items()}
JOINED = {
    **{"data": ["x"], "fn_index": 2, "session_hash": "abc", "event_data": None},
    "trigger_id": None,
}
OTHERS: dict[str, dict[str, Any]] = {
    "queue/join": JOINED,
    "run/predict": JOINED,
    "cancel": {"session_hash": "abc", "fn_index": 1, "event_id": "x"},
    "reset": {"event_id": "x"},
    "component_server": {
        "data": {"cite": "x", "of": "x", "talk": "t", "form": "apa", "n": "1", "others": ["x"]},
        **{"component_id": 1, "fn_name": "article", "session_hash": "x"},
    },
}


def call(chat: Running, way: str, body: bytes) -> None:
    """Ask, and wait for the end of the answer."""
    url = f"{chat.url}/gradio_api/{way}"
    headers = {"content-type": "application/json"}
    asked = httpx.post(url, content=body, headers=headers, timeout=PATIENCE)
    if not not_broken(asked):
        return
    ended = httpx.get(f"{url}/{asked.json()['event_id']}", timeout=PATIENCE)
    kind, data = last_event(ended.text)
    if kind == "error":
        one_sentence(data["error"])
    else:
        assert (kind, type(data[0])) == ("complete", dict)


@pytest.mark.parametrize("name", ARGUMENTS)
def test_what_is_right_is_answered(chat: Running, name: str) -> None:
    for way, sent in ((f"call/v2/{name}", ARGUMENTS[name]), (f"call/{name}", BY_PLACE[name])):
        url = f"{chat.url}/gradio_api/{way}"
        event = httpx.post(url, json=sent, timeout=PATIENCE).json()["event_id"]
        assert last_event(httpx.get(f"{url}/{event}", timeout=PATIENCE).text)[0] == "complete"


@pytest.mark.parametrize("name", ARGUMENTS)
def test_arguments_by_name(chat: Running, name: str) -> None:
    @some
    @given(otherwise([ARGUMENTS[name]]))
    def each(text: str) -> None:
        call(chat, f"call/v2/{name}", text.encode("utf-8", "surrogatepass"))

    each()


@pytest.mark.parametrize("name", ARGUMENTS)
def test_arguments_by_place(chat: Running, name: str) -> None:
    @some
    @given(otherwise([BY_PLACE[name]]))
    def each(text: str) -> None:
        call(chat, f"call/{name}", text.encode("utf-8", "surrogatepass"))

    each()


@pytest.mark.parametrize("name", ARGUMENTS)
def test_one_argument_is_anything(chat: Running, name: str) -> None:
    with_anything(
        ARGUMENTS[name], lambda each: call(chat, f"call/v2/{name}", json.dumps(each).encode())
    )


def test_bytes_that_are_no_arguments(chat: Running) -> None:
    samples = [json.dumps(each).encode() for each in ARGUMENTS.values()]

    @some
    @given(damaged(samples))
    def each(raw: bytes) -> None:
        call(chat, "call/v2/cite", raw)

    each()
    for raw in RAW:
        call(chat, "call/v2/cite", raw)


@pytest.mark.parametrize("way", OTHERS)
def test_requests_of_the_page(chat: Running, way: str) -> None:
    raws = otherwise([OTHERS[way]]).map(lambda text: text.encode("utf-8", "surrogatepass"))

    @some
    @given(st.one_of(raws, damaged([json.dumps(OTHERS[way]).encode()])))
    @example(b"")
    @example(b'{"session_hash": Infinity}')
    @example(b'{"event_id": {"x": "\xed\xbf\xbf"}}')
    def each(raw: bytes) -> None:
        headers = {"content-type": "application/json"}
        url = f"{chat.url}/gradio_api/{way}"
        not_broken(httpx.post(url, content=raw, headers=headers, timeout=PATIENCE))

    each()


def test_a_name_of_any_length_is_not_kept(chat: Running) -> None:
    sent = {**JOINED, "session_hash": "x" * 900_000}
    answer = httpx.post(f"{chat.url}/gradio_api/queue/join", json=sent, timeout=PATIENCE)
    assert (answer.status_code, answer.text) == (400, "session_hash has more than 200 characters.")
