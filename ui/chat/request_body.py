"""The body of a request, looked at before Gradio does: not too large, and no address to fetch."""

import json
import re
from collections.abc import Iterator

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope

# A question has at most a few thousand characters; a pasted quote, or a saved page, more.
MOST_BYTES = 1_000_000
MOST_UPLOAD_BYTES = 1_000_000_000
_UPLOAD = "/gradio_api/upload"
_EVENTS = "/gradio_api/"
_HALF = b"\\ud"
_ADDRESS = re.compile(r"\s*[a-z][a-z0-9+.-]*:/", re.IGNORECASE)


async def refused_body(scope: Scope, receive: Receive) -> tuple[PlainTextResponse | None, Receive]:
    """A refusal, if the body deserves one, and a `receive` that gives what was read here again."""
    if scope["method"] not in ("POST", "PUT", "PATCH"):
        return None, receive
    declared = Headers(scope=scope).get("content-length", "0")
    most = MOST_UPLOAD_BYTES if scope["path"].rstrip("/") == _UPLOAD else MOST_BYTES
    if not declared.isascii() or not declared.isdecimal() or int(declared) > most:
        return PlainTextResponse("Too large.", 413), receive
    if most == MOST_UPLOAD_BYTES:  # streamed to disk by Gradio, which limits each file
        return None, receive
    body = await _read(receive, most)
    if body is None:
        return PlainTextResponse("Too large.", 413), receive
    if _HALF in body.lower() and _holds_half_a_character(body):
        return PlainTextResponse("The request holds half of a character.", 400), receive
    if scope["path"].startswith(_EVENTS) and _names_an_address(body):
        return PlainTextResponse("A file must be uploaded, not named by address.", 400), receive
    return None, _again(body, receive)


async def _read(receive: Receive, most: int) -> bytes | None:
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > most:
            return None
    return body


def _again(body: bytes, receive: Receive) -> Receive:
    given = False

    async def receive_again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive_again


def _holds_half_a_character(body: bytes) -> bool:
    """Whether JSON states a lone surrogate, which neither SQLite nor an answer can hold."""
    try:
        json.dumps(json.loads(body), ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    except (ValueError, RecursionError):
        return False  # Gradio refuses it too
    return False


def _names_an_address(body: bytes) -> bool:
    """Whether any object in the JSON is a file by web address, which Gradio would download."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return False  # Gradio refuses it too
    paths = (item.get("path") for item in _objects(found))
    return any(isinstance(path, str) and _ADDRESS.match(path) for path in paths)


def _objects(value: object) -> Iterator[dict[str, object]]:
    waiting = [value]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            yield here
            waiting.extend(here.values())
        elif isinstance(here, list):
            waiting.extend(here)
