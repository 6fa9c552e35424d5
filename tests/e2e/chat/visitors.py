"""Readers without a browser: they speak to the page's server as its own script does."""

import asyncio
import json
import uuid
from typing import Any

import httpx


class Visitor:
    """One browser tab with a cookie of its own."""

    def __init__(self, client: httpx.AsyncClient, config: dict[str, Any]) -> None:
        self._client = client
        self._tab = uuid.uuid4().hex[:12]
        box = _component(config, "question")
        self._ask = next(
            each
            for each in config["dependencies"]
            if each["targets"] and tuple(each["targets"][0]) == (box, "submit")
        )

    async def ask(self, question: str) -> str:
        """The HTML of the conversation after the answer."""
        asked = {
            "data": [question, [], "", "", ""],
            "fn_index": self._ask["id"],
            "session_hash": self._tab,
        }
        joined = await self._client.post("/gradio_api/queue/join", json=asked)
        joined.raise_for_status()
        thread = ""
        path = f"/gradio_api/queue/data?session_hash={self._tab}"
        async with self._client.stream("GET", path) as events:
            async for line in events.aiter_lines():
                event = json.loads(line[6:]) if line.startswith("data: ") else {}
                if event.get("msg") == "process_completed":
                    assert event["success"], event
                    return thread or _text(event["output"])
                if event.get("msg") == "process_generating":
                    thread = _text(event["output"]) or thread
        raise AssertionError("the stream ended without an answer")


def _text(output: dict[str, Any]) -> str:
    """What the step says of the thread: whole at first, later as changes to it."""
    return json.dumps(output["data"][1])


def _component(config: dict[str, Any], name: str) -> int:
    found = next(each for each in config["components"] if each["props"].get("elem_id") == name)
    identity: int = found["id"]
    return identity


async def visit(url: str, questions: list[str]) -> list[str]:
    """Everybody asks one question at the same time, each with cookies of their own."""
    async with httpx.AsyncClient(base_url=url, timeout=120) as first:
        config = (await first.get("/config")).json()
    clients = [httpx.AsyncClient(base_url=url, timeout=120) for _ in questions]
    try:
        for client in clients:
            (await client.get("/")).raise_for_status()
        visitors = [Visitor(client, config) for client in clients]
        asking = zip(visitors, questions, strict=True)
        return await asyncio.gather(*(visitor.ask(question) for visitor, question in asking))
    finally:
        for client in clients:
            await client.aclose()
