"""A server that speaks the OpenAI protocol, or on purpose does not."""

import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from rag.writer.spec import WriterSpec


class Served(BaseHTTPRequestHandler):
    """One request, answered by the server's next behaviour."""

    server: "BadServer"

    def do_POST(self) -> None:
        length = int(self.headers["content-length"])
        self.server.asked.append(json.loads(self.rfile.read(length)))
        self.server.headers.append({k.lower(): v for k, v in self.headers.items()})
        behaviours = self.server.behaviours
        with contextlib.suppress(ConnectionError):
            (behaviours.pop(0) if len(behaviours) > 1 else behaviours[0])(self)

    def begin(self, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def send(self, text: str) -> None:
        self.wfile.write(text.encode())
        self.wfile.flush()

    def event(self, content: str, ended: str | None = None) -> None:
        choice = {"index": 0, "delta": {"content": content}, "finish_reason": ended}
        self.send(f"data: {json.dumps({'choices': [choice]})}\n\n")

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


Behaviour = Callable[[Served], None]


class BadServer(ThreadingHTTPServer):
    """Behaves in turn as told; the last behaviour goes on. `hung` ends what hangs."""

    daemon_threads = True

    def __init__(self, *behaviours: Behaviour) -> None:
        super().__init__(("127.0.0.1", 0), Served)
        self.behaviours = list(behaviours)
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.hung = threading.Event()

    @property
    def spec(self) -> WriterSpec:
        return WriterSpec(f"http://127.0.0.1:{self.server_address[1]}/v1", "small")


@contextlib.contextmanager
def serving(*behaviours: Behaviour) -> Iterator[BadServer]:
    server = BadServer(*behaviours)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.hung.set()
        server.shutdown()
        thread.join()
        server.server_close()


def writes(content: str, ended: str = "stop") -> Behaviour:
    """The text in pieces of seven characters, then the end."""

    def behave(served: Served) -> None:
        served.begin(content_type="text/event-stream")
        for start in range(0, len(content), 7):
            served.event(content[start : start + 7])
        served.event("", ended)
        served.send("data: [DONE]\n\n")

    return behave


def states(*statements: tuple[str, list[int]]) -> Behaviour:
    """Statements in the agreed form."""
    made = [{"text": text, "quotes": quotes} for text, quotes in statements]
    return writes(json.dumps({"statements": made}))


def status(code: int, body: str = "{}", **headers: str) -> Behaviour:
    """No stream, but a status and whatever the server says of it."""

    def behave(served: Served) -> None:
        served.begin(code, **headers)
        served.send(body)

    return behave


def hangs(served: Served) -> None:
    """Never answers."""
    served.server.hung.wait()


def trickles(served: Served) -> None:
    """Answers all the time, a little, without end: no single read takes long."""
    served.begin()
    while not served.server.hung.wait(0.02):
        served.event(" ")


def breaks_off(served: Served) -> None:
    """Ends in the middle of the reply."""
    served.begin()
    served.event('{"statements": [{"text": "Half a')


def floods(served: Served) -> None:
    """One line that does not end."""
    served.begin()
    with contextlib.suppress(OSError):
        while not served.server.hung.is_set():
            served.send("data: " + "x" * 65536)


def babbles(served: Served) -> None:
    """A web page instead of events."""
    served.begin()
    served.send("data: <html>\n\n")


def refuses(served: Served) -> None:
    """The protocol's own refusal."""
    served.begin()
    choice = {"index": 0, "delta": {"refusal": "I cannot help with that."}, "finish_reason": "stop"}
    served.send(f"data: {json.dumps({'choices': [choice]})}\n\n")
