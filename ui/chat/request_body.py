"""The body of a request, looked at before Gradio does: not too large, and no address to fetch."""

import asyncio
import re

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope

from index.errors import BadInputError
from ui.chat.strict_json import objects, strict_json

# A question has at most a few thousand characters; a pasted quote, or a saved page, more.
MOST_BYTES = 1_000_000
MOST_UPLOAD_BYTES = 1_000_000_000
LONGEST_WAIT = 30.0
"""Seconds in which a request that is no upload must have arrived."""

_UPLOAD = "/gradio_api/upload"
_JSON = ("/gradio_api/", "/mcp")
_ADDRESS = re.compile(r"\s*[a-z][a-z0-9+.-]*:/", re.IGNORECASE)


async def refused_body(scope: Scope, receive: Receive) -> tuple[PlainTextResponse | None, Receive]:
    """A refusal, if the body deserves one, and a `receive` that gives what was read here again."""
    if scope["method"] not in ("POST", "PUT", "PATCH"):
        return None, receive
    declared = Headers(scope=scope).get("content-length")
    upload = scope["path"].rstrip("/") == _UPLOAD
    most = MOST_UPLOAD_BYTES if upload else MOST_BYTES
    if declared is not None and not _within(declared, most):
        return PlainTextResponse("Too large.", 413), receive
    if upload:  # streamed to disk by Gradio, which limits each file, not how many
        said = "An upload must say how long it is."
        return (None if declared else PlainTextResponse(said, 411)), receive
    try:
        async with asyncio.timeout(LONGEST_WAIT):
            body = await read(receive, most)
    except TimeoutError:
        said = "The request took too long to arrive."
        return PlainTextResponse(said, 408, {"connection": "close"}), receive
    if body is None:
        return PlainTextResponse("Too large.", 413), receive
    said = _wrong(body) if scope["path"].startswith(_JSON) else ""
    return (PlainTextResponse(said, 400) if said else None), again(body, receive)


def _wrong(body: bytes) -> str:
    """What is wrong with a body that must be JSON."""
    try:
        stated = strict_json(body)
    except BadInputError as error:
        return str(error)
    return "A file must be uploaded, not named by address." if _names_an_address(stated) else ""


def _within(declared: str, most: int) -> bool:
    """Whether a stated length is one, and no more than `most`."""
    return declared.isascii() and declared.isdecimal() and int(declared[:20]) <= most


async def read(receive: Receive, most: int) -> bytes | None:
    """The whole body, None if it has more bytes than `most`."""
    body, more = bytearray(), True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > most:
            return None
    return bytes(body)


def again(body: bytes, receive: Receive) -> Receive:
    """A `receive` that gives a body that was read already, and then what comes after it."""
    given = False

    async def receive_again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive_again


def _names_an_address(stated: object) -> bool:
    """Whether any object in the JSON is a file by web address, which Gradio would download."""
    paths = (item.get("path") for item in objects(stated))
    return any(isinstance(path, str) and _ADDRESS.match(path) for path in paths)
