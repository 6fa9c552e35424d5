"""What is seen of a request, and what is never written down."""

import base64
import json
import logging

import pytest
from fastapi import FastAPI, Request
from starlette.testclient import TestClient

from ui.chat.metrics import Metrics
from ui.chat.seen import HEADER, Seen, beginning, request_id
from ui.json_lines import JsonLines

SECRET = "hunter2hunter2"


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


@pytest.fixture
def client(metrics: Metrics) -> TestClient:
    app = FastAPI()

    @app.api_route("/{path:path}", methods=["GET", "POST"])
    async def everything(request: Request) -> str:
        if "broken" in request.url.path:
            raise ZeroDivisionError
        return request_id(request)

    app.add_middleware(Seen, metrics=metrics)
    return TestClient(app, raise_server_exceptions=False)


def test_every_request_has_an_id_of_its_own(client: TestClient) -> None:
    answers = [client.get("/config", headers={HEADER: "mine"}) for _ in range(2)]
    ids = [answer.headers[HEADER] for answer in answers]
    assert [answer.json() for answer in answers] == ids
    assert len({*ids, "mine"}) == 3


def test_requests_are_counted_by_status_failures_too(client: TestClient, metrics: Metrics) -> None:
    client.get("/config")
    client.get("/broken")
    page = metrics.page()
    assert 'pincite_http_requests_total{status="200"} 1' in page
    assert 'pincite_http_requests_total{status="500"} 1' in page


def test_no_secret_is_logged(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    coded = base64.b64encode(f"ana:{SECRET}".encode()).decode()
    with caplog.at_level(logging.INFO):
        client.post(
            f"/login/{SECRET}X/y?cite={SECRET}",
            data={"password": SECRET},
            headers={"authorization": f"Basic {coded}", "cookie": f"pincite_login={SECRET}"},
        )
    [line] = [JsonLines().format(each) for each in caplog.records if each.name == "ui.chat.seen"]
    made = json.loads(line)
    assert (made["method"], made["path"], made["status"]) == ("POST", "/login/*/y", 200)
    for secret in (SECRET, coded):
        assert secret not in line


@pytest.mark.parametrize(
    ("path", "logged"),
    [
        ("/", "/"),
        ("/gradio_api/queue/join", "/gradio_api/queue/join"),
        ("/gradio_api/file=/home/ana/secret", "/gradio_api/*/home"),
        ("/gradio_api/call/v2/ask/0f3", "/gradio_api/call/*"),
    ],
)
def test_only_the_plain_beginning_of_a_path_is_logged(path: str, logged: str) -> None:
    assert beginning(path) == logged
