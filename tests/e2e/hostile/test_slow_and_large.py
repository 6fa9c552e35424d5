"""Requests made to keep the server busy: slow ones, endless ones, questions at their longest."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack

import httpx
import pytest

from tests.e2e.hostile.answered import PATIENCE, last_event, one_sentence
from tests.e2e.hostile.running import Running

CALL = "/gradio_api/call/v2/cite"
HEAD = f"POST {CALL} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"


def test_many_who_never_finish_keep_nobody_waiting(chat: Running) -> None:
    with ExitStack() as open_lines:
        for number in range(200):
            line = socket.create_connection(("127.0.0.1", chat.port), PATIENCE)
            open_lines.enter_context(line)
            line.sendall((HEAD if number % 2 else HEAD + "Content-Length: 9\r\n\r\n{").encode())
        assert httpx.get(f"{chat.url}/healthz", timeout=PATIENCE).status_code == 200
        assert httpx.get(f"{chat.url}/config", timeout=PATIENCE).status_code == 200


def test_a_body_that_does_not_come_is_not_waited_for(chat: Running) -> None:
    with socket.create_connection(("127.0.0.1", chat.port), 2 * PATIENCE) as line:
        line.sendall(f"{HEAD}Content-Length: 99\r\n\r\n{{".encode())
        answer = line.makefile("rb").read()
    assert answer.startswith(b"HTTP/1.1 408")
    assert answer.endswith(b"The request took too long to arrive.")


def test_an_upload_says_how_long_it_is(chat: Running) -> None:
    def endless() -> Iterator[bytes]:
        yield b"--x\r\n"

    headers = {"content-type": "multipart/form-data; boundary=x"}
    url = f"{chat.url}/gradio_api/upload"
    answer = httpx.post(url, content=endless(), headers=headers, timeout=PATIENCE)
    assert (answer.status_code, answer.text) == (411, "An upload must say how long it is.")


def test_a_body_without_an_end_is_cut(chat: Running) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(100):
            yield b"x" * 100_000

    answer = httpx.post(chat.url + CALL, content=endless(), timeout=PATIENCE)
    assert (answer.status_code, answer.text) == (413, "Too large.")


@pytest.mark.parametrize("length", ["9" * 19, "9" * 5_000, "-1", "1e3", "0x10", "1, 2"])
def test_lengths_that_are_none(chat: Running, length: str) -> None:
    with socket.create_connection(("127.0.0.1", chat.port), PATIENCE) as line:
        line.sendall(f"{HEAD}Content-Length: {length}\r\nConnection: close\r\n\r\n".encode())
        assert int(line.makefile("rb").readline().split()[1]) in (400, 413)


@pytest.mark.parametrize(
    "question",
    [
        "a" * 2_000,
        "planes " * 285,
        "Who, " * 400,
        '"planes" ' * 222,
        "(" * 999 + "planes" + ")" * 900,
        "Maduro Guaido Trump Putin " * 76,
        "1999-01-01 " * 181,
        "не " * 660,
        "飛" * 2_000,
        "a\u0301" * 1_000,
    ],
)
def test_a_question_at_its_longest_is_answered(chat: Running, question: str) -> None:
    assert len(question) <= 2_000
    kind, data = _called(chat, "ask", question=question, history=[question] * 50)
    assert kind in ("complete", "error")
    if kind == "error":
        one_sentence(data["error"])


@pytest.mark.parametrize("text", ["planes ", "a ", "the ... ", "… a ", '" ', "99 "])
def test_a_quote_at_its_longest_is_looked_up(chat: Running, text: str) -> None:
    kind, data = _called(chat, "cite", text_or_id=text * (10_000 // len(text)))
    if kind == "error":
        one_sentence(data["error"])
    else:
        assert data[0]["status"] in ("verbatim", "altered", "not_found")


def _called(chat: Running, name: str, **arguments: object):  # type: ignore[no-untyped-def]
    url = f"{chat.url}/gradio_api/call/v2/{name}"
    event = httpx.post(url, json=arguments, timeout=PATIENCE).json()["event_id"]
    return last_event(httpx.get(f"{url}/{event}", timeout=2 * PATIENCE).text)
