"""The server seen from outside, once a second, by its own `/metrics`."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass

import httpx

_LINE = re.compile(r"^(\w+) ([0-9.e+-]+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sample:
    """The server `at` so many seconds.

    Megabytes resident; of the C library's heaps given out; thousands of pieces that Python uses;
    CPU seconds spent so far, questions under way and in line; `took` is how long the server needed
    to say so.
    """

    at: float
    megabytes: float
    heap: float
    pieces: float
    cpu: float
    running: int
    waiting: int
    took: float


async def sample(client: httpx.AsyncClient, clock: Callable[[], float]) -> Sample:
    """One look.

    Raises:
        httpx.HTTPError: the server did not answer.
    """
    began = clock()
    page = await client.get("/metrics")
    page.raise_for_status()
    found = {name: float(value) for name, value in _LINE.findall(page.text)}
    return Sample(
        began,
        found["process_resident_memory_bytes"] / 1e6,
        found["pincite_heap_bytes"] / 1e6,
        found["pincite_python_blocks"] / 1e3,
        found["process_cpu_seconds"],
        int(found["pincite_questions_running"]),
        int(found["pincite_questions_waiting"]),
        clock() - began,
    )


async def watch(
    client: httpx.AsyncClient, clock: Callable[[], float], into: list[Sample], pause: float = 1.0
) -> None:
    """Look once a `pause`, until cancelled."""
    while True:
        into.append(await sample(client, clock))
        await asyncio.sleep(pause)
