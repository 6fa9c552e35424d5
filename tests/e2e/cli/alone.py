"""A chat asked in every way inside a network of its own, where only this machine's address is.

`python -m tests.e2e.cli.alone INDEX PORT`, started by `unshare --net`. Prints what the kernel
counted: packets for which there was no way out, datagrams of UDP, whoever sent them.
"""

import fcntl
import json
import socket
import struct
import subprocess
import sys
import time
from pathlib import Path

import httpx

_SIOCSIFFLAGS = 0x8914
_UP = 0x1
_ACCEPT = {"accept": "application/json, text/event-stream"}


def up() -> None:
    """Let the loopback device carry packets."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, _SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", _UP))


def counted() -> dict[str, int]:
    """The kernel's counts of this network, IPv4 and IPv6."""
    found: dict[str, int] = {}
    rows = [line.split() for line in Path("/proc/net/snmp").read_text().splitlines()]
    for names, values in zip(rows[::2], rows[1::2], strict=True):
        found |= {
            f"{names[0]}{name}": int(at) for name, at in zip(names[1:], values[1:], strict=True)
        }
    six = Path("/proc/net/snmp6")
    pairs = [line.split() for line in six.read_text().splitlines()] if six.exists() else []
    found |= {name: int(value) for name, value in pairs}
    wanted = ("Ip:OutNoRoutes", "Udp:OutDatagrams", "Ip6OutNoRoutes", "Udp6OutDatagrams")
    return {name: found.get(name, 0) for name in wanted}


def go_out() -> None:
    """What the watch must see: a connection, and a question to a name server."""
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
        with socket.socket(socket.AF_INET, kind) as out:
            out.connect_ex(("192.0.2.1", 53))


def ask(url: str) -> list[str]:
    """By HTTP, as a page and as a tool; what came of it."""
    called = f"{url}/gradio_api/call/v2/ask"
    event = httpx.post(called, json={"question": "How many soldiers came?"}).json()["event_id"]
    body = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "tools/call",
        "params": {"name": "ask", "arguments": {"question": "How many soldiers came?"}},
    }
    file = {"path": "http://192.0.2.1/a.txt", "meta": {"_type": "gradio.FileData"}}
    return [
        httpx.get(url).text[:9],
        httpx.get(f"{called}/{event}", timeout=300).text,
        httpx.post(f"{url}/mcp", json=body, headers=_ACCEPT, timeout=300).text,
        str(httpx.post(f"{url}/gradio_api/queue/join", json={"data": [file]}).status_code),
        str(httpx.get(f"{url}/gradio_api/file=http://192.0.2.1/a").status_code),
    ]


def main(index: str, port: str) -> None:
    """Everything in turn."""
    up()
    command = [str(Path(sys.executable).with_name("pincite")), "chat", "--mcp", "--port", port]
    server = subprocess.Popen([*command, "--index", index], stdout=sys.stderr)
    url = f"http://127.0.0.1:{port}"
    try:
        while server.poll() is None:
            try:
                httpx.get(f"{url}/healthz")
                break
            except httpx.TransportError:
                time.sleep(0.2)
        said = ask(url)
    finally:
        server.terminate()
        server.wait(30)
    quiet = counted()
    go_out()
    print(json.dumps({"said": said, "quiet": quiet, "loud": counted()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
