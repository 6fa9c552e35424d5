"""Arguments of the tools, and messages of the protocol, of any type, size and shape."""

import json
from typing import Any

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.e2e.hostile.answered import PATIENCE, not_broken, one_sentence, some
from tests.e2e.hostile.arguments import ARGUMENTS, RAW, with_anything
from tests.e2e.hostile.running import Running
from tests.property.hostile.broken import damaged, otherwise

pytest.importorskip("mcp")

HEADERS = {
    "accept": "application/json, text/event-stream",
    "content-type": "application/json",
}


def message(name: str, arguments: Any) -> dict[str, Any]:
    asked = {"name": name, "arguments": arguments}
    return {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": asked}


def send(chat: Running, raw: bytes) -> dict[str, Any] | None:
    """The reply to a message; None where it was refused or needs none."""
    answer = httpx.post(f"{chat.url}/mcp", content=raw, headers=HEADERS, timeout=PATIENCE)
    if not not_broken(answer) or not answer.text:
        return None
    reply: dict[str, Any] = answer.json()
    if "error" in reply:
        one_sentence(reply["error"]["message"])
    elif reply["result"].get("isError"):
        one_sentence(reply["result"]["content"][0]["text"])
    return reply


@pytest.mark.parametrize("name", ARGUMENTS)
def test_arguments_of_a_tool(chat: Running, name: str) -> None:
    reply = send(chat, json.dumps(message(name, ARGUMENTS[name])).encode())
    assert reply is not None
    assert not reply["result"]["isError"]

    @some
    @given(otherwise([ARGUMENTS[name]]))
    def each(text: str) -> None:
        raw = json.dumps(message(name, None)).replace("null", text)
        send(chat, raw.encode("utf-8", "surrogatepass"))

    each()


@pytest.mark.parametrize("name", ARGUMENTS)
def test_one_argument_is_anything(chat: Running, name: str) -> None:
    with_anything(
        ARGUMENTS[name], lambda each: send(chat, json.dumps(message(name, each)).encode())
    )


def test_messages(chat: Running) -> None:
    whole = message("cite", {"text_or_id": "planes"})
    raws = otherwise([whole]).map(lambda text: text.encode("utf-8", "surrogatepass"))

    @some
    @example(b"[]")
    @example(b'{"jsonrpc": "2.0", "id": 1, "method": "prompts/list"}')
    @given(st.one_of(raws, damaged([json.dumps(whole).encode()])))
    def each(raw: bytes) -> None:
        send(chat, raw)

    each()
    for raw in RAW:
        send(chat, raw)
