"""What a request says of where it came by: believed of a proxy that was named, and of nobody else.

Gradio builds the page's addresses from such headers, whoever sent them, and uvicorn takes the
client's address, by which wrong passwords are counted, from anybody on this machine.
"""

import ipaddress
from collections.abc import Sequence
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from index.errors import BadInputError

_BEGINNINGS = (b"x-forwarded-", b"x-original-", b"x-rewrite-")
_NAMES = frozenset((b"forwarded", b"x-real-ip", b"x-gradio-server"))


class Forwarded:
    """Outermost. A named proxy's X-Forwarded-Proto and -For are taken over, then all are dropped.

    The host is always the one that the request was sent to: let the proxy pass `Host` on.
    """

    def __init__(self, app: ASGIApp, proxies: Sequence[str]) -> None:
        # uvicorn types the same protocol otherwise than Starlette.
        inner: Any = _Dropped(app)
        self.app: Any = ProxyHeadersMiddleware(inner, list(proxies)) if proxies else inner

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        await self.app(scope, receive, send)


class _Dropped:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            kept = [pair for pair in scope["headers"] if not _is_dropped(pair[0])]
            scope = {**scope, "headers": kept}
        await self.app(scope, receive, send)


def _is_dropped(name: bytes) -> bool:
    return name.startswith(_BEGINNINGS) or name in _NAMES


def checked_proxies(proxies: Sequence[str]) -> tuple[str, ...]:
    """The proxies' addresses or networks.

    Raises:
        BadInputError: one is neither; a name could be pointed elsewhere.
    """
    for each in proxies:
        try:
            ipaddress.ip_network(each, strict=False)
        except ValueError:
            raise BadInputError(
                f"--proxy {each[:80]!r} is no address; write one such as 127.0.0.1 or 10.0.0.0/8."
            ) from None
    return tuple(proxies)
