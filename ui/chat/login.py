"""Logging in: nothing of the page, its programs' interface or its files is given to a stranger.

Off on this machine's own address unless a users file is named; demanded on any other.
"""

import asyncio
import base64
import binascii
import ipaddress
import secrets
from pathlib import Path
from urllib.parse import parse_qs, quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from index.errors import BadInputError
from ui.chat.login_page import login_page
from ui.chat.rate_limit import RateLimit
from ui.chat.sessions import Sessions
from ui.chat.users import Users
from ui.chat.words import words_for

COOKIE = "pincite_login"
_LASTS = 7 * 24 * 3600.0
_OPEN = ("/healthz",)


def is_local(host: str) -> bool:
    """Whether only this machine can reach a server that listens on `host`."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def users_for(host: str, path: Path | None) -> Users | None:
    """Who may log in, None if the page is open to whoever is on this machine.

    Raises:
        BadInputError: other machines could reach the page, and nobody has to log in.
    """
    if path is not None:
        return Users(path)
    if is_local(host):
        return None
    raise BadInputError(
        f"Others could reach the chat on {host} without logging in; add a person with "
        "`pincite chat --users FILE --add-user NAME` and start with `--users FILE`."
    )


def logged_in(request: Request) -> str | None:
    """The name that `Login` found, for Gradio's `auth_dependency`."""
    name = request.scope.get("pincite_user")
    return name if isinstance(name, str) else None


class Login:
    """Passes on what comes from somebody known; shows the login page to everybody else.

    Browsers carry a cookie, programs may send their name and password with every request (HTTP
    Basic) or post them to `/login` once, as `gradio_client` does.
    """

    def __init__(self, app: ASGIApp, users: Users) -> None:
        self.app, self._users = app, users
        self._sessions = Sessions(users)
        # Failures: of one name from one address, and of one address whatever the name.
        self._failed, self._failed_here = RateLimit(5, 900), RateLimit(30, 900)
        self._hashing = asyncio.Semaphore(2)  # each hash takes 32 MiB for a moment

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["path"] in _OPEN:
            return await self.app(scope, receive, send)
        request = Request(scope, receive)
        match (scope["path"].rstrip("/"), scope["method"]):
            case ("/login", "GET"):
                response: Response = _page(request)
            case ("/login", "POST"):
                response = await self._log_in(request)
            case ("/logout", "POST"):
                response = self._log_out(request)
            case _:
                name = self._sessions.name(request.cookies.get(COOKIE, ""))
                name = name or await self._by_header(request)
                if name is not None:
                    return await self.app({**scope, "pincite_user": name}, receive, send)
                response = _stranger(request)
        return await response(scope, receive, send)

    async def _log_in(self, request: Request) -> Response:
        try:
            form = parse_qs((await request.body()).decode("utf-8", "replace"), max_num_fields=10)
        except ValueError:  # more fields than a form of ours has
            return PlainTextResponse("Send a username and a password.", 400)
        name, password = (form.get(key, [""])[0] for key in ("username", "password"))
        right, wait = await self._right(request, name, password)
        if not right:
            return _page(request, 429 if wait else 401, wait)
        token = secrets.token_urlsafe(32)
        self._sessions.open(token, name, _LASTS)
        response: Response = PlainTextResponse("Logged in.")
        if _is_page(request):
            response = RedirectResponse(_next(request), 303)
        secure = request.url.scheme == "https"
        response.set_cookie(
            COOKIE, token, int(_LASTS), httponly=True, samesite="lax", secure=secure
        )
        return response

    def _log_out(self, request: Request) -> Response:
        self._sessions.close(request.cookies.get(COOKIE, ""))
        response = RedirectResponse("/login", 303)
        response.delete_cookie(COOKIE, httponly=True, samesite="lax")
        return response

    async def _by_header(self, request: Request) -> str | None:
        header = request.headers.get("authorization", "")
        given, known = _basic(header), self._sessions.name(header)
        if known or given is None:
            return known
        name, password = given
        if not (await self._right(request, name, password))[0]:
            return None
        self._sessions.open(header, name, 600)
        return name

    async def _right(self, request: Request, name: str, password: str) -> tuple[bool, float]:
        """Whether the password is right; if it was not looked at, seconds to wait."""
        here = request.client.host if request.client else ""
        both = f"{here} {name}"
        async with self._hashing:  # looked at inside, or a burst would pass the limit together
            wait = max(self._failed.wait(both), self._failed_here.wait(here))
            right = not wait and await asyncio.to_thread(self._users.right, name, password)
        if not right and not wait:
            self._failed.count(both)
            self._failed_here.count(here)
        return right, wait


def _page(request: Request, status: int = 200, wait: float = 0) -> Response:
    headers = {"cache-control": "no-store"} | ({"retry-after": str(int(wait) + 1)} if wait else {})
    if status != 200 and not _is_page(request):
        said = f"Too many attempts; wait {int(wait) + 1} s." if wait else "Wrong name or password."
        return PlainTextResponse(said, status, headers)
    html = login_page(words_for(request), wrong=status == 401, minutes=int(wait // 60 + bool(wait)))
    return HTMLResponse(html, status, headers)


def _stranger(request: Request) -> Response:
    if _is_page(request) and request.method == "GET":
        here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse("/login" + ("" if here == "/" else f"?next={quote(here)}"), 303)
    # Asked of a program only: a browser would open its own password window over the page.
    asks = (
        {} if "sec-fetch-mode" in request.headers else {"www-authenticate": 'Basic realm="pincite"'}
    )
    return PlainTextResponse("Log in first.", 401, asks)


def _next(request: Request) -> str:
    """The page that was asked for, if it is one of ours."""
    wanted = request.query_params.get("next", "/")
    ours = wanted.startswith("/") and not wanted.startswith("//") and "\\" not in wanted
    return wanted if ours and wanted.isprintable() else "/"


def _is_page(request: Request) -> bool:
    return "text/html" in request.headers.get("accept", "")


def _basic(header: str) -> tuple[str, str] | None:
    scheme, _, coded = header.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        name, colon, password = base64.b64decode(coded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return (name, password) if colon else None
