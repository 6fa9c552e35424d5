"""So many people for so many minutes, and what it came to."""

import asyncio
import random
import time
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack, suppress

import httpx

from index.opened import open_latest
from rag.settings import Settings
from ui.bench.load.freed import freed
from ui.bench.load.page_events import PageEvents
from ui.bench.load.person import Person
from ui.bench.load.report import LoadReport, report
from ui.bench.load.server import Server, served
from ui.bench.load.tab import browser
from ui.bench.load.watch import Sample, sample, watch
from ui.bench.measure import made_questions
from ui.progress import Told

QUESTIONS = 500
"""Different ones that are asked."""

SETTLES = 15.0
"""Seconds within which the line has to be empty after the last has left."""


def run_load(settings: Settings, people: int, minutes: float, told: Told) -> LoadReport:
    """Start the server, let everybody ask, read everything back, stop the server.

    Raises:
        BadInputError: the server did not start.
        IndexUnfitError: there is no index.
    """
    questions = made_questions(open_latest(settings), QUESTIONS)
    told("start", 0, 0)
    with served(settings.index) as server:
        return asyncio.run(_asked(server, questions, people, minutes, told))


async def _asked(
    server: Server, questions: Sequence[str], people: int, minutes: float, told: Told
) -> LoadReport:
    async with AsyncExitStack() as stack:

        async def client() -> httpx.AsyncClient:
            return await stack.enter_async_context(browser(server.url))

        watcher = await client()
        events = PageEvents.of((await watcher.get("/config")).json())
        crowd = [
            Person(await client(), events, questions, random.Random(number))
            for number in range(people)
        ]
        samples: list[Sample] = []
        clock, own = _clock(), time.process_time()
        watching = asyncio.create_task(watch(watcher, clock, samples))
        showing = asyncio.create_task(_show(told, clock, 60 * minutes))
        await asyncio.gather(
            *(person.ask_until(lambda: clock() > 60 * minutes, clock) for person in crowd)
        )
        spent = time.process_time() - own
        for task in (watching, showing):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        told("read back", 0, 0)
        for person in crowd:
            await person.read_back()
        samples.append(await _settled(watcher, clock))
        gone = [each.request for p in crowd for each in p.asked if each.ended == "vanished"]
        with server.log.open() as log:
            return report(crowd, samples, freed(log, gone), minutes, spent)


async def _settled(watcher: httpx.AsyncClient, clock: Callable[[], float]) -> Sample:
    """The server after everybody has left: as soon as its line is empty, or at last."""
    give_up = clock() + SETTLES
    while True:
        seen = await sample(watcher, clock)
        if not (seen.running or seen.waiting) or clock() > give_up:
            return seen
        await asyncio.sleep(0.2)


async def _show(told: Told, clock: Callable[[], float], until: float) -> None:
    while True:
        told("load", min(int(clock()), int(until)), int(until))
        await asyncio.sleep(1)


def _clock() -> Callable[[], float]:
    began = time.monotonic()
    return lambda: time.monotonic() - began
