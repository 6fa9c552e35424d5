"""Whoever vanishes frees the place in line, and the engine at its next step."""

import asyncio
import json
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


class Crowd:
    """Readers of one server, and what the server says of its line."""

    def __init__(self, client: httpx.AsyncClient, events: PageEvents) -> None:
        self.client, self._events = client, events

    def tab(self) -> Tab:
        return Tab(self.client, self._events)

    async def until(self, name: str, value: int) -> None:
        """Wait for a figure; the test runner ends what waits for ever."""
        while await self.figure(name) != value:
            await asyncio.sleep(0.05)

    async def figure(self, name: str) -> int:
        page = (await self.client.get("/metrics")).text
        found = re.search(rf"^{re.escape(name)} ([0-9.]+)$", page, re.MULTILINE)
        return int(float(found[1])) if found else 0

    @asynccontextmanager
    async def all_asking(self) -> AsyncIterator[None]:
        """The engine has as many questions as it takes, until it is left."""
        running = [asyncio.create_task(self._slow()) for _ in range(AT_ONCE)]
        await self.until("pincite_questions_running", AT_ONCE)
        yield
        await asyncio.gather(*running)

    async def _slow(self) -> None:
        tab = self.tab()
        async for _ in tab.steps("slow pump?", ""):
            pass
        await tab.closed()


STOPPED = 'pincite_questions_total{outcome="stopped"}'
RUNNING, WAITING = "pincite_questions_running", "pincite_questions_waiting"


def with_crowd(served: Served, do: Callable[[Crowd], Awaitable[T]]) -> T:
    async def run() -> T:
        async with browser(served.url) as client:
            await client.get("/")
            events = PageEvents.of((await client.get("/config")).json())
            return await do(Crowd(client, events))

    with ThreadPoolExecutor(1) as aside:  # Playwright keeps a loop running in this thread
        return aside.submit(lambda: asyncio.run(run())).result()


@pytest.mark.parametrize("closing", [True, False], ids=["tab closed", "stream cut off"])
def test_a_reader_who_vanishes_in_line(served: Served, closing: bool) -> None:
    async def vanish(crowd: Crowd) -> int:
        before = await crowd.figure(STOPPED)
        async with crowd.all_asking():
            tab = crowd.tab()
            steps = tab.steps("slow pump?", "")
            assert place_told(await anext(steps)) == 1
            await (tab.closed() if closing else steps.aclose())
            await crowd.until(WAITING, 0)
            await steps.aclose()
            await tab.closed()
        await crowd.until(RUNNING, 0)
        return await crowd.figure(STOPPED) - before

    assert with_crowd(served, vanish) == 1


def test_a_reader_who_vanishes_while_being_answered(served: Served) -> None:
    async def vanish(crowd: Crowd) -> tuple[int, float]:
        before = await crowd.figure(STOPPED)
        tab = crowd.tab()
        steps = tab.steps("slow pump?", "")
        assert place_told(await anext(steps)) == 0
        await crowd.until(RUNNING, 1)
        searched = await crowd.figure('pincite_stage_seconds_count{stage="search"}')
        await steps.aclose()
        await crowd.until(RUNNING, 0)
        await tab.closed()
        after = await crowd.figure('pincite_stage_seconds_count{stage="search"}')
        return await crowd.figure(STOPPED) - before, after - searched

    assert with_crowd(served, vanish) == (1, 0)


def test_a_program_that_hangs_up_in_line(served: Served) -> None:
    async def vanish(crowd: Crowd) -> int:
        before = await crowd.figure(STOPPED)
        async with crowd.all_asking():
            path = "/gradio_api/call/v2/ask"
            made = await crowd.client.post(path, json={"question": "slow pump?"})
            await crowd.until(WAITING, 1)
            async with crowd.client.stream("GET", f"{path}/{made.json()['event_id']}"):
                pass
            await crowd.until(WAITING, 0)
        return await crowd.figure(STOPPED) - before

    assert with_crowd(served, vanish) == 1


def test_a_language_model_s_client_that_hangs_up_in_line(served: Served) -> None:
    pytest.importorskip("mcp")
    asked = {"name": "ask", "arguments": {"question": "slow pump?"}}
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": asked}
    accept = {"accept": "application/json, text/event-stream"}

    async def vanish(crowd: Crowd) -> int:
        before = await crowd.figure(STOPPED)
        async with crowd.all_asking():
            calling = asyncio.create_task(crowd.client.post("/mcp", json=body, headers=accept))
            await crowd.until(WAITING, 1)
            calling.cancel()
            await crowd.until(WAITING, 0)
        return await crowd.figure(STOPPED) - before

    assert with_crowd(served, vanish) == 1


def test_everybody_in_a_long_line_is_told_the_place(served: Served) -> None:
    people = 60

    async def wait(crowd: Crowd) -> list[int]:
        told: list[int] = []
        everybody = asyncio.Event()

        async def ask() -> None:
            tab = crowd.tab()
            async for step in (steps := tab.steps("slow pump?", "")):
                told.append(place_told(step))
                if len(told) == people:
                    everybody.set()
                if place_told(step) or everybody.is_set():
                    await everybody.wait()
                    break
            await steps.aclose()
            await tab.closed()

        async with crowd.all_asking():
            await asyncio.gather(*(ask() for _ in range(people)))
            await crowd.until(WAITING, 0)
        return told

    places = with_crowd(served, wait)
    assert sorted(places)[-1] == people, json.dumps(places)
