"""The tools for language-model clients, with the protocol's own client."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import httpx
import pytest

from tests.e2e.chat.served import Served
from tests.e2e.chat.steps import ARTICLES, quotes

pytest.importorskip("mcp")

T = TypeVar("T")


def with_client(served: Served, do: Callable[[Any], Awaitable[T]]) -> T:
    from mcp.client.client import Client

    async def run() -> T:
        async with Client(f"{served.url}/mcp") as client:
            return await do(client)

    # In a thread of its own: Playwright keeps a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(run())).result()


def tool(served: Served, name: str, **arguments: Any) -> Any:
    return with_client(served, lambda client: client.call_tool(name, arguments))


def test_the_tools_say_what_they_take(served: Served) -> None:
    tools = {each.name: each for each in with_client(served, lambda c: c.list_tools()).tools}
    assert set(tools) == {"ask", "search", "cite", "article"}
    assert tools["ask"].input_schema["required"] == ["question"]
    assert "ctx" not in tools["ask"].input_schema["properties"]
    assert all(each.description for each in tools.values())


def test_ask_returns_json_text(served: Served) -> None:
    result = tool(served, "ask", question="What did the mayor say?")
    assert not result.is_error
    [content] = result.content
    reply = json.loads(content.text)
    assert [c["exact"] for c in reply["citations"]] == [c.exact for c in quotes("mayor")]


def test_not_found_is_a_reply_and_a_refusal_is_an_error(served: Served) -> None:
    reply = json.loads(tool(served, "ask", question="Where is Atlantis?").content[0].text)
    assert reply["status"] == "not_found"
    refused = tool(served, "ask", question="this is refused")
    assert refused.is_error
    assert "This question was refused; ask another." in refused.content[0].text


def test_search_cite_article(served: Served) -> None:
    hits = json.loads(tool(served, "search", question="pump", k=2).content[0].text)["hits"]
    assert [hit["rank"] for hit in hits] == [1, 2]
    found = json.loads(tool(served, "cite", text_or_id="41 of 212 checks").content[0].text)
    assert found["places"][0]["article_id"] == "backlog.txt"
    article = json.loads(tool(served, "article", article_id="arabic.txt").content[0].text)
    assert article["text"] == ARTICLES["arabic.txt"].text


def test_the_guard_stands_before_the_tools(served: Served) -> None:
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    accept = {"accept": "application/json, text/event-stream"}
    evil = {**accept, "origin": "https://evil.example"}
    assert httpx.post(served.url + "/mcp", json=body, headers=evil).status_code == 403
    elsewhere = {**accept, "host": "evil.example"}
    assert httpx.post(served.url + "/mcp", json=body, headers=elsewhere).status_code == 400
