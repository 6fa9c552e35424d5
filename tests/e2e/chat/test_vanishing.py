"""Whoever vanishes frees the place in line, and the engine at its next step."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import TypeVar

import httpx
import pytest

from tests.e2e.chat.served import Served
from ui.bench.load.page_events import PageEvents
from ui.bench.load.person import place_told
from ui.bench.load.tab import Tab, browser
from ui.chat.line import AT_ONCE

T = TypeVar("T")


STOPPED = 'pincite_questions_total{outcome="stopped"}'
RUNNING, WAITING = "pincite_questions_running", "pincite_questions_waiting"
FOREVER = 300
"""Seconds after which a test that waits for something has failed."""


class Crowd:
    """Readers of one server, and what the server says of its line."""

    def __init__(self, client: httpx.AsyncClient, events: PageEvents) -> None:
        self.client, self._events = client, events

    def tab(self) -> Tab:
        return Tab(self.client, self._events)

    async def until(self, name: str, value: int) -> None:
        while await self.figure(name) != value:
            await asyncio.sleep(0.05)

    async def figure(self, name: str) -> int:
        page = (await self.client.get("/metrics")).text
        found = re.search(rf"^{re.escape(name)} ([0-9.]+)$", page, re.MULTILINE)
        return int(float(found[1])) if found else 0

    @asynccontextmanager
    async def all_asking(self) -> AsyncIterator[None]:
        """The engine has as many questions as it takes, none of which ends by itself."""
        tabs = [self.tab() for _ in range(AT_ONCE)]
        streams = [tab.steps("endless pump?", "") for tab in tabs]
        for stream in streams:
            await anext(stream)
        await self.until(RUNNING, AT_ONCE)
        yield
        for tab, stream in zip(tabs, streams, strict=True):
            await stream.aclose()
            await tab.closed()
        await self.until(RUNNING, 0)


def with_crowd(served: Served, do: Callable[[Crowd], Awaitable[T]]) -> T:
    async def run() -> T:
        async with browser(served.url) as client, asyncio.timeout(FOREVER):
            await client.get("/")
            events = PageEvents.of((await client.get("/config")).json())
            return await do(Crowd(client, events))

    with ThreadPoolExecutor(1) as aside:  # Playwright keeps a loop running in this thread
        return aside.submit(lambda: asyncio.run(run())).result()


@pytest.mark.parametrize("closing", [True, False], ids=["tab closed", "stream cut off"])
def test_a_reader_who_vanishes_in_line(served: Served, closing: bool) -> None:
    async def vanish(crowd: Crowd) -> int:
        async with crowd.all_asking():
            before = await crowd.figure(STOPPED)
            tab = crowd.tab()
            steps = tab.steps("endless pump?", "")
            assert place_told(await anext(steps)) == 1
            await (tab.closed() if closing else steps.aclose())
            await crowd.until(WAITING, 0)
            stopped = await crowd.figure(STOPPED) - before
            await steps.aclose()
            await tab.closed()
        return stopped

    assert with_crowd(served, vanish) == 1


def test_a_reader_who_vanishes_while_being_answered(served: Served) -> None:
    async def vanish(crowd: Crowd) -> int:
        before = await crowd.figure(STOPPED)
        tab = crowd.tab()
        steps = tab.steps("endless pump?", "")
        assert place_told(await anext(steps)) == 0
        await crowd.until(RUNNING, 1)
        await steps.aclose()
        await crowd.until(RUNNING, 0)  # it never ends, unless at its next step
        await tab.closed()
        return await crowd.figure(STOPPED) - before

    assert with_crowd(served, vanish) == 1


def test_a_program_that_hangs_up(served: Served) -> None:
    async def vanish(crowd: Crowd) -> int:
        async with crowd.all_asking():
            before = await crowd.figure(STOPPED)
            path = "/gradio_api/call/v2/ask"
            made = await crowd.client.post(path, json={"question": "endless pump?"})
            await crowd.until(WAITING, 1)
            async with crowd.client.stream("GET", f"{path}/{made.json()['event_id']}"):
                pass
            await crowd.until(WAITING, 0)
            return await crowd.figure(STOPPED) - before

    assert with_crowd(served, vanish) == 1


def test_a_language_model_s_client_that_hangs_up(served: Served) -> None:
    pytest.importorskip("mcp")
    asked = {"name": "ask", "arguments": {"question": "endless pump?"}}
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": asked}
    accept = {"accept": "application/json, text/event-stream"}

    async def vanish(crowd: Crowd) -> int:
        before = await crowd.figure(STOPPED)
        calling = asyncio.create_task(crowd.client.post("/mcp", json=body, headers=accept))
        await crowd.until(RUNNING, 1)
        calling.cancel()
        await crowd.until(RUNNING, 0)
        return await crowd.figure(STOPPED) - before

    assert with_crowd(served, vanish) == 1


def test_everybody_in_a_long_line_is_told_the_place(served: Served) -> None:
    people = 60

    async def wait(crowd: Crowd) -> list[int]:
        async with crowd.all_asking():
            tabs = [crowd.tab() for _ in range(people)]
            streams = [tab.steps("endless pump?", "") for tab in tabs]
            told = [place_told(await anext(stream)) for stream in streams]
            for tab, stream in zip(tabs, streams, strict=True):
                await stream.aclose()
                await tab.closed()
            await crowd.until(WAITING, 0)
        return told

    assert with_crowd(served, wait) == list(range(1, people + 1))
