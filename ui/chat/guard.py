"""What stands between the network and Gradio: who may call, from where, which doors are shut."""

from collections.abc import Sequence

from fastapi import FastAPI
from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.chat.request_body import refused_body
from ui.chat.routes import shut

# 'unsafe-inline' and 'unsafe-eval' are what Gradio's own page needs; inline event handlers, the way
# in for text that slipped through as markup, stay forbidden by `script-src-attr`.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "script-src-attr 'none'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "media-src 'self' blob:",
        "object-src 'none'",
        "frame-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    # Not "no-referrer": a form would then say that it comes from nowhere, and be refused.
    (b"referrer-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)


def guard(app: FastAPI, hosts: Sequence[str]) -> None:
    """Let only requests for `hosts` in, from pages of the same origin, through open routes.

    Add it after the page's own middleware: the last added is the outermost.
    """
    # Present with nothing allowed, so that Gradio, which looks for it, adds no CORS of its own:
    # alone it echoes every origin, with credentials, on any host but localhost.
    app.add_middleware(CORSMiddleware, allow_origins=[])
    # Also the end of DNS rebinding. No redirect to "www.": that would leave the machine.
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)
    app.add_middleware(_Guard)


class _Guard:
    """Plain ASGI: BaseHTTPMiddleware would stand between Gradio's event stream and a disconnect."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":  # nothing here speaks it
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [pair for pair in message.get("headers", ()) if pair[0] not in _NAMES]
                message["headers"] = [*kept, *_HEADERS]
            await send(message)

        await self._answer(scope, receive, send_with_headers)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        if len(headers.getlist("host")) > 1:  # one would be checked and the other may be used
            await PlainTextResponse("Invalid host header", 400)(scope, receive, send)
        elif shut(scope["path"]):
            await PlainTextResponse("Not found.", 404)(scope, receive, send)
        elif from_elsewhere(scope["method"], headers):
            await PlainTextResponse("Cross-site request refused.", 403)(scope, receive, send)
        else:
            refused, receive = await refused_body(scope, receive)
            await (refused or self.app)(scope, receive, send)


_NAMES = frozenset(name for name, _ in _HEADERS)


def from_elsewhere(method: str, headers: Headers) -> bool:
    """Whether another site's page sent this request to change something.

    A program that is no browser sends neither header and passes: it has nobody's cookies.
    """
    if method in ("GET", "HEAD", "OPTIONS"):
        return False
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    return origin is not None and origin.partition("://")[2] != headers.get("host")
