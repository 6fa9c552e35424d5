"""Who is noticed to have left, and who has had the whole answer."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from starlette.types import Message, Receive, Scope, Send

from ui.chat.listeners import Listeners
from ui.chat.listening import Listening, session_of

STREAM = "/gradio_api/queue/data"
HEARTBEAT = "/gradio_api/heartbeat/tab"


def scope(path: str, query: str = "", method: str = "GET") -> Scope:
    made = {"type": "http", "path": path, "query_string": query.encode(), "method": method}
    return {**made, "pincite_request": "0f3a"}


@pytest.mark.parametrize(
    ("request_", "session"),
    [
        (scope(STREAM, "session_hash=tab"), "tab"),
        (scope(STREAM), ""),
        (scope(HEARTBEAT), "tab"),
        (scope("/gradio_api/call/v2/ask/4e1"), "4e1"),
        (scope("/gradio_api/call/v2/ask", method="POST"), ""),
        (scope("/mcp", method="POST"), "0f3a"),
        (scope("/"), ""),
        ({"type": "lifespan"}, ""),
    ],
)
def test_by_what_name_a_question_knows_its_listener(request_: Scope, session: str) -> None:
    assert session_of(request_) == session


def heard(
    app: Callable[[Scope, Receive, Send], Awaitable[None]], path: str, query: str = ""
) -> tuple[bool, list[str]]:
    """Whether the question heard that its listener left, and which sessions were over."""
    over: list[str] = []

    async def run() -> bool:
        listeners, gone = Listeners(), asyncio.Event()

        async def receive() -> Message:
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            pass

        with listeners.question("tab", gone):
            await Listening(app, listeners, over.append)(scope(path, query), receive, send)
            assert not listeners.open("tab")
        listeners.left("tab")  # nobody is told who no longer waits
        return gone.is_set()

    return asyncio.run(run()), over


async def cut_off(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"data: 1", "more_body": True})
    assert (await receive())["type"] == "http.disconnect"


async def whole(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"data: 1"})
    assert (await receive())["type"] == "http.disconnect"


async def deaf(scope: Scope, receive: Receive, send: Send) -> None:
    """Never asks for what is received, as a tool that is being worked out."""
    await asyncio.sleep(0)
    await asyncio.sleep(0)


def test_a_stream_that_is_cut_off_tells_its_question() -> None:
    assert heard(cut_off, STREAM, "session_hash=tab") == (True, [])


def test_a_heartbeat_that_ends_is_a_tab_that_was_closed() -> None:
    assert heard(cut_off, HEARTBEAT) == (True, ["tab"])


def test_whoever_has_the_whole_answer_has_not_left() -> None:
    assert heard(whole, STREAM, "session_hash=tab") == (False, [])


def test_an_application_that_does_not_listen_need_not() -> None:
    assert heard(deaf, STREAM, "session_hash=tab") == (True, [])
