"""Why the guard is there: Gradio alone, on a host that is not this machine's, and guarded."""

import gradio as gr
import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from ui.chat.guard import guard

EVIL = {"origin": "https://evil.example"}


def app(*, guarded):
    outer = FastAPI()
    if guarded:
        guard(outer, ["news.example"])
    with gr.Blocks(analytics_enabled=False) as page:
        gr.Textbox()
    gr.mount_gradio_app(outer, page, path="/", run_history=False, ssr_mode=False)
    return TestClient(outer, base_url="https://news.example")


@pytest.fixture(scope="module")
def alone():
    return app(guarded=False)


@pytest.fixture(scope="module")
def guarded():
    return app(guarded=True)


def test_another_site_reads_with_the_reader_s_cookies(alone, guarded):
    name = "access-control-allow-origin"
    assert alone.get("/config", headers=EVIL).headers[name] == EVIL["origin"]
    answer = guarded.get("/config", headers=EVIL)
    assert answer.status_code == 200
    assert name not in answer.headers
    assert "access-control-allow-credentials" not in answer.headers


def test_another_site_uploads(alone, guarded):
    files = {"files": ("a.txt", b"x")}
    assert alone.post("/gradio_api/upload", files=files, headers=EVIL).status_code == 200
    assert guarded.post("/gradio_api/upload", files=files, headers=EVIL).status_code == 403
    assert guarded.post("/gradio_api/upload", files=files).status_code == 200


def test_routes_that_the_page_does_not_need(alone, guarded):
    for path in ("/openapi.json", "/gradio_api/deep_link?session_hash=x"):
        assert alone.get(path).status_code == 200
        assert guarded.get(path).status_code == 404


def test_any_host_name(alone, guarded):
    elsewhere = {"host": "pointed-here.example"}
    assert alone.get("/config", headers=elsewhere).status_code == 200
    assert guarded.get("/config", headers=elsewhere).status_code == 400
