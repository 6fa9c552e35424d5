"""One tab of a browser, without the browser: it speaks to the server as the page's script does.

That is Gradio's queue: a question joins it by POST, its steps come by server-sent events, and an
open heartbeat says that the tab is still there.
"""

import asyncio
import json
import uuid
from collections.abc import AsyncGenerator
from contextlib import suppress
from dataclasses import dataclass

import httpx

from ui.bench.load.page_events import PageEvents
from ui.bench.load.patched import Json, patched

SILENCE = 60.0
"""Seconds without a byte after which a person's proxy gives up; Gradio sends one every 15."""


_IDLE = 1.0
"""Seconds that an idle connection is kept: less than the server does, which closes it after five,
and a browser that finds it closed asks again where this one would fail."""


class LoadError(Exception):
    """Something that a person would have seen as an error."""


def browser(url: str) -> httpx.AsyncClient:
    """One with its own cookies, and as many connections as its tabs want."""
    limits = httpx.Limits(max_connections=None, keepalive_expiry=_IDLE)
    # Certificates take longer to load than the question takes.
    return httpx.AsyncClient(base_url=url, timeout=SILENCE, limits=limits, verify=False)


@dataclass(frozen=True, slots=True)
class Step:
    """What stands on the page now; `live` is the turn that is being answered."""

    thread: str
    live: str
    talk: str


class Tab:
    """Open until it is closed; closing says nothing to the server but that nobody listens."""

    def __init__(self, client: httpx.AsyncClient, events: PageEvents) -> None:
        self._client, self._events = client, events
        self._session = uuid.uuid4().hex[:12]
        self._beating = asyncio.create_task(self._beat())
        self.request = ""
        """The id that the server gave the request of the last question."""

    async def opened(self, talk: str = "") -> Step:
        """Load the page and show a conversation."""
        (await self._client.get("/")).raise_for_status()
        made = {"data": [], "fn_index": self._events.open, "session_hash": self._session}
        answer = await self._client.post(
            "/gradio_api/run/predict", json={**made, "event_data": {"talk": talk}}
        )
        answer.raise_for_status()
        return _step(answer.json()["data"], self._events.opened)

    async def steps(self, question: str, talk: str) -> AsyncGenerator[Step, None]:
        """Ask, and follow the answer; whoever stops following has left.

        Raises:
            LoadError: the server said that something went wrong.
            httpx.HTTPError: it said nothing, or no.
        """
        asked = {
            "data": [question, [], "", "", talk],
            "fn_index": self._events.ask,
            "session_hash": self._session,
        }
        joined = await self._client.post("/gradio_api/queue/join", json=asked)
        joined.raise_for_status()
        self.request = joined.headers["x-request-id"]
        path = f"/gradio_api/queue/data?session_hash={self._session}"
        whole: list[Json] = []
        shown: list[Json] = [""] * len(self._events.asked)
        async with self._client.stream("GET", path) as answer:
            answer.raise_for_status()
            async for line in answer.aiter_lines():
                event = json.loads(line[6:]) if line.startswith("data: ") else {}
                kind = event.get("msg")
                if kind not in ("process_generating", "process_completed"):
                    if kind == "unexpected_error":
                        raise LoadError(str(event.get("message")))
                    continue
                if not event["success"]:
                    raise LoadError(str(event["output"]))
                data = event["output"]["data"]
                if kind == "process_completed":
                    return
                whole = _followed(whole, data)
                shown = [_value(new, old) for new, old in zip(whole, shown, strict=True)]
                yield _step(shown, self._events.asked)
        raise LoadError("The stream ended before the answer.")

    async def closed(self) -> None:
        """Vanish: the heartbeat stops."""
        self._beating.cancel()
        with suppress(asyncio.CancelledError):
            await self._beating

    async def _beat(self) -> None:
        path = f"/gradio_api/heartbeat/{self._session}"
        with suppress(httpx.HTTPError):
            async with self._client.stream("GET", path) as answer:
                async for _ in answer.aiter_bytes():
                    pass


def _followed(whole: list[Json], data: list[Json]) -> list[Json]:
    """Each output whole: the first step has them so, the later ones as changes."""
    if not whole:
        return data
    return [patched(before, changes) for before, changes in zip(whole, data, strict=True)]


def _value(new: Json, old: Json) -> Json:
    """A component's value after an update, which may leave it as it was."""
    if isinstance(new, dict) and new.get("__type__") == "update":
        return new.get("value", old)
    return new


def _step(values: list[Json], places: dict[str, int]) -> Step:
    values = [_value(value, "") for value in values]
    thread, live = values[places["thread"]], values[places["live"]]
    return Step(thread, live, values[places["talk"]])
