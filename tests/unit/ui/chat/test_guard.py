"""The guard alone, in front of an application that answers everything."""

import pytest
from fastapi import FastAPI, Request
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from ui.chat.guard import guard
from ui.chat.routes import shut


@pytest.fixture
def client():
    app = FastAPI()

    @app.api_route("/{path:path}", methods=["GET", "POST"])
    async def everything(request: Request) -> dict[str, int]:
        return {"bytes": len(await request.body())}

    guard(app, ["127.0.0.1", "localhost"])
    return TestClient(app, base_url="http://127.0.0.1:7860")


@pytest.mark.parametrize(
    "path",
    [
        "/monitoring",
        "/openapi.json",
        "/docs",
        "/monitoring/summary",
        "/gradio_api/runs",
        "/gradio_api/run-history/records",
        "/gradio_api/deep_link",
        "/gradio_api/vibe-code/",
        "/gradio_api/process_recording",
        "/gradio_api/profiling/traces",
        "/gradio_api/proxy=https://example.org/",
        "/gradio_api/file=https://example.org/a",
        "/gradio_api/file=HTTP://example.org/a",
        "/gradio_api/file=ftp://example.org/a",
        "/gradio_api/file/etc/passwd",
        "/gradio_api/dev/reload",
        "/gradio_api/stream/x",
        "/gradio_api/token",
        "/gradio_api/a-route-of-next-year",
        "/gradio_api",
        "/gradio_api/",
    ],
)
def test_shut_routes_lead_nowhere(client, path):
    assert client.get(path).status_code == 404
    assert client.post(path).status_code == 404


@pytest.mark.parametrize(
    "path",
    ["/", "/config", "/assets/index.js", "/gradio_api/queue/join", "/gradio_api/file=/var/a.txt"],
)
def test_the_page_s_own_routes_are_open(client, path):
    assert client.get(path).status_code == 200


def test_an_encoded_address_is_an_address(client):
    assert client.get("/gradio_api/file=http%3A%2F%2Fexample.org").status_code == 404
    assert client.get("/gradio%5Fapi/runs").status_code == 404
    assert shut("/gradio_api/file=https:/example.org")


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "https://evil.example/127.0.0.1:7860"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_another_site_may_not_change_anything(client, headers):
    assert client.post("/gradio_api/queue/join", headers=headers, json={}).status_code == 403


def test_the_page_itself_and_programs_may(client):
    own = {"origin": "http://127.0.0.1:7860", "sec-fetch-site": "same-origin"}
    assert client.post("/gradio_api/queue/join", headers=own, json={}).status_code == 200
    assert client.post("/gradio_api/queue/join", json={}).status_code == 200


def test_no_origin_is_allowed_to_read(client):
    answer = client.get("/config", headers={"origin": "https://evil.example"})
    preflight = client.options(
        "/config",
        headers={"origin": "https://evil.example", "access-control-request-method": "POST"},
    )
    for reply in (answer, preflight):
        assert "access-control-allow-origin" not in reply.headers


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:7860"])
def test_a_foreign_host_name_is_refused(client, host):
    assert client.get("/config", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("path", ["/", "/monitoring"])
def test_every_answer_carries_the_headers(client, path):
    headers = client.get(path).headers
    assert "script-src-attr 'none'" in headers["content-security-policy"]
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert len(headers.get_list("content-security-policy")) == 1
    refused = client.get(path, headers={"host": "evil.example"})
    assert refused.headers["x-frame-options"] == "DENY"


def test_the_body_arrives_whole_and_has_a_limit(client):
    assert client.post("/ask", content=b"x" * 999_999).json() == {"bytes": 999_999}
    assert client.post("/ask", content=b"x" * 1_000_001).status_code == 413
    pieces = (b"x" * 100_000 for _ in range(11))
    assert client.post("/ask", content=pieces).status_code == 413
    assert client.post("/ask", content=b"", headers={"content-length": "-1"}).status_code == 413
    assert client.post("/gradio_api/upload", content=b"x" * 2_000_000).status_code == 200


@pytest.mark.parametrize(
    "path", ["http://127.0.0.1:1/a", "HTTPS://example.org/a", " ftp://example.org", "file:///etc"]
)
def test_a_file_by_address_is_not_fetched(client, path):
    file = {"path": path, "meta": {"_type": "gradio.FileData"}}
    event = {"data": [[file]], "fn_index": 0, "session_hash": "x"}
    assert client.post("/gradio_api/queue/join", json=event).status_code == 400


def test_an_uploaded_file_with_its_own_address_passes(client):
    file = {"path": "/var/a.txt", "url": "http://127.0.0.1:7860/gradio_api/file=/var/a.txt"}
    assert client.post("/gradio_api/queue/join", json={"data": [file]}).status_code == 200


def test_a_websocket_is_refused(client):
    with pytest.raises(WebSocketDisconnect) as refused, client.websocket_connect("/queue"):
        pass
    assert refused.value.code == 1008
