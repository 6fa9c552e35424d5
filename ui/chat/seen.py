"""Every request gets an id, is counted, and leaves one line in the log."""

import logging
import re
import secrets
import time
from collections.abc import Mapping
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.chat.metrics import Metrics

HEADER = "x-request-id"
_KEY = "pincite_request"
_WORD = re.compile(r"[a-z_.-]{1,32}")
_log = logging.getLogger(__name__)


class Seen:
    """The outermost: what the guard refuses is seen, too. The id that a client sends is not used.

    Logged are method, the beginning of the path, status and time; never a query, a cookie, a
    header or a body, which may hold a password, a question or a permalink.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app, self._metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        began, made, status = time.perf_counter(), secrets.token_hex(8), 0

        async def with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = made
            await send(message)

        try:
            await self.app({**scope, _KEY: made}, receive, with_id)
        finally:
            self._metrics.request(status or 500)
            said = {
                "request": made,
                "method": scope["method"],
                "path": beginning(scope["path"]),
                "status": status or 500,
                "ms": round(1000 * (time.perf_counter() - began), 1),
            }
            _log.info("request", extra=said)


def beginning(path: str) -> str:
    """The first three parts of a path, each only if it is a plain word: what follows is private."""
    parts = path.split("/")[1:4]
    return "/" + "/".join(part if _WORD.fullmatch(part) or not part else "*" for part in parts)


def request_id(request: object) -> str:
    """The id of a web request, Gradio's or Starlette's; "" of anything else."""
    inner = getattr(request, "request", request)
    return request_of(getattr(inner, "scope", {}))


def request_of(scope: Mapping[str, Any]) -> str:
    """The id of the request of this scope; "" if it was not seen."""
    found = scope.get(_KEY, "")
    return found if isinstance(found, str) else ""
