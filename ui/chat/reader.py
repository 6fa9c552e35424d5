"""Who is reading: the name they logged in with, else an unguessable cookie of their browser."""

import re
import secrets
from typing import Protocol

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "pincite_reader"
_KEY = re.compile(r"[A-Za-z0-9_-]{32}")
_YEAR = 365 * 24 * 3600


class HasCookies(Protocol):
    """A web request, Gradio's or Starlette's; its scope holds who logged in, by `login.Login`."""

    @property
    def cookies(self) -> dict[str, str]:
        """Its cookies."""


def reader_of(request: HasCookies) -> str:
    """The reader's key for the conversations; "" for a program that sends no cookie."""
    if name := person_of(request):
        return f"user:{name}"
    key = request.cookies.get(COOKIE, "")
    return f"browser:{key}" if _KEY.fullmatch(key) else ""


def person_of(request: HasCookies) -> str | None:
    """The name that the reader logged in with."""
    inner = getattr(request, "request", request)  # Gradio wraps the one that came in
    name = getattr(inner, "scope", {}).get("pincite_user")
    return name if isinstance(name, str) else None


class Readers:
    """Gives every browser that opens the page a cookie which scripts cannot read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add the cookie to the page itself where it is missing."""
        if scope["type"] != "http" or scope["path"] != "/":
            return await self.app(scope, receive, send)
        if _KEY.fullmatch(HTTPConnection(scope).cookies.get(COOKIE, "")):
            return await self.app(scope, receive, send)

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("set-cookie", _fresh(scope["scheme"]))
            await send(message)

        return await self.app(scope, receive, with_cookie)


def _fresh(scheme: str) -> str:
    secure = "; Secure" if scheme == "https" else ""
    key = secrets.token_urlsafe(24)
    return f"{COOKIE}={key}; Path=/; HttpOnly; SameSite=Lax; Max-Age={_YEAR}{secure}"
