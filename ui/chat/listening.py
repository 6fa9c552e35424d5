"""A stream that is cut off before its end tells the question behind it.

Gradio notices a reader who leaves too, but only lets the answer go, not the work for it: a call of
a program that waits in line would keep its place and be answered for nobody.
"""

import asyncio
from collections.abc import Callable
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.chat.listeners import Listeners
from ui.chat.seen import request_of

_STREAM = "/gradio_api/queue/data"
_CALL = "/gradio_api/call/"
_HEARTBEAT = "/gradio_api/heartbeat/"
_TOOLS = "/mcp"


class Listening:
    """Watches the requests by which answers go out; `seen.Seen` has to be outside of it.

    `over` hears of every session whose heartbeat or call has ended.
    """

    def __init__(self, app: ASGIApp, listeners: Listeners, over: Callable[[str], None]) -> None:
        self.app, self._listeners, self._over = app, listeners, over

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and every message in both directions."""
        session = session_of(scope)
        if not session:
            return await self.app(scope, receive, send)
        try:
            with self._listeners.stream(session):
                await self._watched(session, scope, receive, send)
        finally:
            if scope["path"].startswith((_HEARTBEAT, _CALL)):
                self._over(session)

    async def _watched(self, session: str, scope: Scope, receive: Receive, send: Send) -> None:
        messages: asyncio.Queue[Message] = asyncio.Queue()
        ended = False

        async def pump() -> None:
            # The application need not ask for the message that says that its client has gone.
            while True:
                message = await receive()
                if message["type"] == "http.disconnect" and not ended:
                    self._listeners.left(session)
                await messages.put(message)
                if message["type"] == "http.disconnect":
                    return

        async def sent(message: Message) -> None:
            nonlocal ended
            ended = message["type"] == "http.response.body" and not message.get("more_body", False)
            await send(message)

        pumping = asyncio.create_task(pump())
        try:
            await self.app(scope, messages.get, sent)
        finally:
            pumping.cancel()


def session_of(scope: Scope) -> str:
    """By what name the question behind this request knows its listener; "" if there is none."""
    if scope["type"] != "http":
        return ""
    path: str = scope["path"]
    if path == _STREAM:
        query: str = scope["query_string"].decode("latin-1")
        return parse_qs(query).get("session_hash", [""])[0]
    if path.startswith((_HEARTBEAT, _CALL)) and scope["method"] == "GET":
        return path.rsplit("/", 1)[1]
    return request_of(scope) if path == _TOOLS else ""
