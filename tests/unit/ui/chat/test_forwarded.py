import pytest
from fastapi import FastAPI, Request
from starlette.testclient import TestClient

from index.errors import BadInputError
from ui.chat.forwarded import Forwarded, checked_proxies

SAID = {
    "x-forwarded-for": "9.9.9.9",
    "x-forwarded-proto": "https",
    "x-forwarded-host": "evil.example",
    "forwarded": "host=evil.example",
    "x-gradio-server": "https://evil.example",
    "x-real-ip": "9.9.9.9",
}


def seen(*proxies: str, client: str = "127.0.0.1") -> list[object]:
    app = FastAPI()

    @app.get("/")
    def root(request: Request) -> list[object]:
        dropped = [name for name in SAID if name in request.headers]
        return [request.url.scheme, request.client.host if request.client else "", dropped]

    app.add_middleware(Forwarded, proxies=proxies)
    found: list[object] = TestClient(app, client=(client, 1)).get("/", headers=SAID).json()
    return found


def test_nobody_is_believed_unless_named() -> None:
    assert seen() == ["http", "127.0.0.1", []]
    assert seen("10.0.0.1") == ["http", "127.0.0.1", []]


def test_a_named_proxy_is_believed_on_scheme_and_client_alone() -> None:
    assert seen("127.0.0.1") == ["https", "9.9.9.9", []]
    assert seen("10.0.0.0/8", client="10.1.2.3") == ["https", "9.9.9.9", []]


@pytest.mark.parametrize("wrong", ["*", "proxy.example", "", "10.0.0.0/99", "127.0.0.1:80"])
def test_a_proxy_is_named_by_address(wrong: str) -> None:
    with pytest.raises(BadInputError, match="is no address"):
        checked_proxies([wrong])
