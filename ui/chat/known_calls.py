"""Which events and calls the page has, and what each takes: anything else is refused in a sentence.

Gradio answers a name, number or argument that it does not know with a traceback in the log and an
"Internal Server Error".
"""

import inspect
from typing import TypeVar
from urllib.parse import parse_qs

import gradio as gr
from gradio.block_function import BlockFunction
from gradio.data_classes import CancelBody, ComponentServerJSONBody, PredictBody, ResetBody
from pydantic import BaseModel, ValidationError
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from index.errors import BadInputError
from ui.chat.request_body import MOST_BYTES, again, read
from ui.chat.strict_json import strict_json
from ui.problem import first_problem

_Body = TypeVar("_Body", bound=BaseModel)
_PREFIX = "/gradio_api/"
_TOOLS = "/mcp"
_SHAPES: dict[str, type[BaseModel]] = {
    "cancel": CancelBody,
    "component_server": ComponentServerJSONBody,
    "reset": ResetBody,
}
LONGEST_KEY = 200
"""Characters of a session's name or an event's id. Gradio's own have 32 at most; it keeps them."""


class KnownCalls:
    """Innermost, so that a stranger learns no call's name."""

    def __init__(self, app: ASGIApp, page: gr.Blocks) -> None:
        self.app, self._page = app, page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on if it can be used."""
        path = scope["path"].rstrip("/") if scope["type"] == "http" else ""
        if not path.startswith((_PREFIX, _TOOLS)):
            return await self.app(scope, receive, send)
        if path == f"{_PREFIX}upload":
            return await self._upload(scope, receive, send)
        if scope["method"] == "GET" and _is_gone(self._page, path, scope["query_string"]):
            said = "Nothing is under way by this name: it was fetched already, or never asked for."
            return await PlainTextResponse(said, 404)(scope, receive, send)
        if scope["method"] != "POST":
            return await self.app(scope, receive, send)
        body = await read(receive, MOST_BYTES)
        try:
            sent = strict_json(body or b"")
            if path == _TOOLS:
                _is_message(sent)
            else:
                _check(self._page, path.removeprefix(_PREFIX).split("/"), sent)
        except BadInputError as error:
            return await PlainTextResponse(str(error), 400)(scope, receive, send)
        return await self.app(scope, again(body or b"", receive), send)

    async def _upload(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Gradio fails over a field that is no file only after it has read it."""
        failed = False

        async def unless_failed(message: Message) -> None:
            nonlocal failed
            failed = failed or message.get("status") == 500
            if not failed:
                await send(message)

        try:
            await self.app(scope, receive, unless_failed)
        except TypeError:
            said = "The upload holds something else than files."
            await PlainTextResponse(said, 400)(scope, receive, send)


def _is_gone(page: gr.Blocks, path: str, query: bytes) -> bool:
    """Whether a stream is asked for that Gradio does not have, over which it would break off."""
    queue = page._queue
    match path.removeprefix(_PREFIX).split("/"):
        case ["queue", "data"]:
            names = parse_qs(query.decode("latin-1")).get("session_hash", [])
            return bool(names) and names[-1] not in queue.pending_messages_per_session
        case ["call", "v2", _, event] | ["call", _, event]:
            known = (queue.event_ids_to_events, queue.pending_messages_per_session)
            waiting = queue.pending_event_ids_session.values()
            return not any(event in each for each in (*known, *waiting))
    return False


def _check(page: gr.Blocks, path: list[str], sent: object) -> None:
    match path:
        case ["call", "v2", name]:
            _by_name(_public(page, name), name, sent)
        case ["call", name]:
            _filled(_public(page, name), _shaped(PredictBody, sent))
        case ["run", _] | ["queue", "join"]:
            body = _shaped(PredictBody, sent)
            _filled(_event(page, body), body)
        case [name] if name in _SHAPES:
            component = getattr(_shaped(_SHAPES[name], sent), "component_id", None)
            if component is not None and component not in page.blocks:
                raise BadInputError(f"There is no component {component}.")


def _is_message(sent: object) -> None:
    """One of the Model Context Protocol, which no longer sends several at once."""
    stated = sent if isinstance(sent, dict) else {}
    if stated.get("jsonrpc") != "2.0" or not isinstance(stated.get("method"), str):
        raise BadInputError('Send one JSON-RPC message: {"jsonrpc": "2.0", "method": ...}.')


def _by_name(called: BlockFunction, name: str, sent: object) -> None:
    if not isinstance(sent, dict):
        raise BadInputError(f"Send the arguments of {name} as a JSON object.")
    takes = _parameters(called)
    unknown = [key for key in sent if key not in takes]
    if unknown:
        raise BadInputError(f"{name} takes no {unknown[0][:80]!r}; it takes {', '.join(takes)}.")
    for key, parameter in takes.items():
        if parameter.default is parameter.empty and key not in sent:
            raise BadInputError(f"{name} needs {key}.")


def _filled(called: BlockFunction, body: PredictBody) -> None:
    takes = len(called.inputs)
    if len(body.data) != takes:
        raise BadInputError(f"data holds {len(body.data)} values; this call takes {takes}.")


def _public(page: gr.Blocks, name: str) -> BlockFunction:
    calls = {str(each.api_name): each for each in page.fns.values() if _is_public(each)}
    if name not in calls:
        raise BadInputError(f"There is no call {name[:80]!r}; there are {', '.join(calls)}.")
    return calls[name]


def _event(page: gr.Blocks, body: PredictBody) -> BlockFunction:
    number = body.fn_index
    if number is None or number not in page.fns:
        raise BadInputError(f"There is no event {number}; load the page again.")
    return page.fns[number]


def _is_public(called: BlockFunction) -> bool:
    return called.api_visibility == "public"


def _parameters(called: BlockFunction) -> dict[str, inspect.Parameter]:
    """What a program gives; the request is filled in by Gradio."""
    if called.fn is None:
        return {}
    all_of_them = inspect.signature(called.fn).parameters
    return {name: each for name, each in all_of_them.items() if name != "request"}


def _shaped(shape: type[_Body], sent: object) -> _Body:
    try:
        body = shape.model_validate(sent)
    except ValidationError as error:
        raise BadInputError(f"The request cannot be used: {first_problem(error)}.") from None
    for key in ("session_hash", "event_id"):
        if len(getattr(body, key, None) or "") > LONGEST_KEY:
            raise BadInputError(f"{key} has more than {LONGEST_KEY} characters.")
    return body
