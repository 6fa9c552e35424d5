"""What a request says of the host it was meant for: nothing of it gets onto the page."""

import socket

import httpx
import pytest

from rag.settings import Settings
from tests.e2e.hostile.answered import PATIENCE
from tests.e2e.hostile.running import Running

EVIL = "evil.example"
LIES = (
    {"x-forwarded-host": EVIL},
    {"x-forwarded-host": EVIL, "x-forwarded-proto": "https"},
    {"forwarded": f"for=1.2.3.4;host={EVIL};proto=https"},
    {"x-original-host": EVIL, "x-original-url": f"https://{EVIL}/", "x-rewrite-url": "/monitoring"},
    {"x-gradio-server": f"https://{EVIL}/"},
    {"x-forwarded-prefix": f"//{EVIL}", "x-forwarded-port": "1", "x-forwarded-server": EVIL},
    {"x-real-ip": EVIL, "x-forwarded-for": f"{EVIL}, 1.2.3.4"},
)


@pytest.mark.parametrize("lies", LIES)
def test_nobody_s_word_on_the_host_is_taken(chat: Running, lies: dict[str, str]) -> None:
    true = httpx.get(f"{chat.url}/config", timeout=PATIENCE).json()["root"]
    assert true == chat.url
    told = httpx.get(f"{chat.url}/config", headers=lies, timeout=PATIENCE)
    assert told.json()["root"] == chat.url
    page = httpx.get(chat.url, headers=lies, timeout=PATIENCE)
    assert EVIL not in page.text
    assert EVIL not in str(page.headers)
    assert "secure" not in page.headers["set-cookie"].lower()


@pytest.mark.parametrize(
    "lines",
    [
        f"Host: {EVIL}",
        "Host:",
        "X: no host at all",
        f"Host: 127.0.0.1@{EVIL}",
        f"Host: 127.0.0.1/@{EVIL}",
        f"Host: 127.0.0.1#{EVIL}",
        f"Host: 127.0.0.1\r\nHost: {EVIL}",
        f"Host: {EVIL}\r\nHost: 127.0.0.1",
        f"Host: 127.0.0.1.{EVIL}",
        "Host: 127.0.0.1:port",
        "Host: [::1",
        "Host: " + "1" * 9_000,
    ],
)
def test_a_host_that_is_not_ours(chat: Running, lines: str) -> None:
    assert _status(chat, f"GET /config HTTP/1.1\r\n{lines}\r\n") == 400


def test_an_address_in_the_first_line(chat: Running) -> None:
    first = f"GET http://{EVIL}/config HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    assert _status(chat, first) in (400, 404)


def test_another_origin_is_refused_whatever_it_says_of_the_host(chat: Running) -> None:
    lies = {"origin": f"https://{EVIL}", "x-forwarded-host": EVIL, "forwarded": f"host={EVIL}"}
    url = f"{chat.url}/gradio_api/call/v2/cite"
    answer = httpx.post(url, json={"text_or_id": "planes"}, headers=lies, timeout=PATIENCE)
    assert (answer.status_code, answer.text) == (403, "Cross-site request refused.")


def test_a_proxy_that_was_named_is_believed(seed_settings: Settings, tmp_path) -> None:  # type: ignore[no-untyped-def]
    chat = Running(tmp_path, seed_settings.index, "--proxy", "127.0.0.1")
    try:
        said = {
            "x-forwarded-proto": "https",
            "x-forwarded-host": EVIL,
            "x-forwarded-for": "9.9.9.9",
        }
        config = httpx.get(f"{chat.url}/config", headers=said, timeout=PATIENCE).json()
        assert config["root"] == chat.url.replace("http://", "https://")
        page = httpx.get(chat.url, headers=said, timeout=PATIENCE)
        assert "; secure" in page.headers["set-cookie"].lower()
        assert EVIL not in page.text
    finally:
        chat.stop()


def _status(chat: Running, head: str) -> int:
    """Of a request that no client would send."""
    with socket.create_connection(("127.0.0.1", chat.port), PATIENCE) as line:
        line.sendall(head.encode() + b"Connection: close\r\n\r\n")
        answer = line.makefile("rb").readline()
    return int(answer.split()[1])
