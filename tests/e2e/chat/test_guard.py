"""The doors that Gradio leaves open, on the real page: each is shut, and the page still works."""

import uuid
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.e2e.chat.conftest import Pages
from tests.e2e.chat.served import Served
from tests.e2e.chat.steps import ask

EVIL = {"origin": "https://evil.example"}


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/file=/proc/self/environ",
        "/gradio_api/file=../../etc/passwd",
        "/gradio_api/file=http://127.0.0.1/",
        "/gradio_api/file=https://example.com/",
        "/gradio_api/file=HTTPS://example.com/",
        "/gradio_api/proxy=https://x.hf.space/",
        "/monitoring",
        "/monitoring/summary",
        "/gradio_api/runs",
        "/gradio_api/run-history/buckets",
        "/gradio_api/vibe-code",
        "/gradio_api/deep_link?session_hash=x",
        "/gradio_api/profiling/summary",
        "/docs",
        "/openapi.json",
        "/gradio_api/openapi.json",
        "/static/../../../../etc/passwd",
        "/assets/..%2f..%2f..%2fetc/passwd",
    ],
)
def test_shut_doors(served: Served, path: str) -> None:
    assert httpx.get(served.url + path).status_code in (403, 404)


def test_the_articles_and_the_conversations_are_no_files_to_fetch(served: Served) -> None:
    for name in ("conversations.sqlite", "server.log"):
        wanted = f"{served.url}/gradio_api/file={served.folder / name}"
        assert httpx.get(wanted).status_code in (403, 404)


@pytest.mark.parametrize("route", ["queue/join", "component_server", "cancel", "call/ask"])
def test_another_site_changes_nothing(served: Served, route: str) -> None:
    url = f"{served.url}/gradio_api/{route}"
    assert httpx.post(url, json={}, headers=EVIL).status_code == 403
    assert httpx.post(url, json={}, headers={"sec-fetch-site": "cross-site"}).status_code == 403


def test_another_site_uploads_nothing(served: Served) -> None:
    files = {"files": ("a.txt", b"x")}
    answer = httpx.post(served.url + "/gradio_api/upload", files=files, headers=EVIL)
    assert answer.status_code == 403


def test_another_site_reads_nothing(served: Served) -> None:
    for path in ("/", "/config", "/gradio_api/info", "/healthz"):
        headers = httpx.get(served.url + path, headers=EVIL).headers
        assert not [name for name in headers if name.startswith("access-control")]


def test_a_name_that_was_pointed_at_this_machine(served: Served) -> None:
    for host in ("evil.example", f"evil.example:{served.port}", "127.0.0.1.evil.example"):
        assert httpx.get(served.url + "/config", headers={"host": host}).status_code == 400


def test_too_large(served: Served) -> None:
    upload = {"files": ("a.txt", b"x" * 53_000_000)}
    url = served.url + "/gradio_api/"
    assert httpx.post(url + "upload", files=upload, timeout=60).status_code == 413
    assert httpx.post(url + "queue/join", content=b"x" * 1_100_000).status_code == 413


def test_headers(served: Served) -> None:
    headers = httpx.get(served.url).headers
    assert "script-src-attr 'none'" in headers["content-security-policy"]
    assert "connect-src 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


def test_the_policy_holds_in_the_browser(open_page: Pages) -> None:
    page = open_page()
    page.evaluate(
        "() => { const b = document.createElement('b'); b.innerHTML = "
        "'<img src=x: onerror=\"window.__pwn=9\">'; document.body.append(b); }"
    )
    page.wait_for_timeout(300)
    assert page.evaluate("window.__pwn") is None
    assert [each for each in open_page.wrong if "Content Security Policy" in each]
    open_page.wrong.clear()


def test_an_uploaded_file_is_never_named_by_address(served: Served) -> None:
    file = {"path": "https://example.com/a.txt", "meta": {"_type": "gradio.FileData"}}
    body = {"data": [file], "fn_index": 0, "session_hash": "x"}
    answer = httpx.post(served.url + "/gradio_api/queue/join", json=body)
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "sent", [None, 5, [], {}, "x" * 10**5, {"cite": 5}, {"path": "/etc/passwd"}, [[[["x"]]]]]
)
def test_the_panel_s_function_takes_anything(served: Served, sent: Any) -> None:
    panel = component(served, "panel")
    answer = call(served, panel, "article", sent)
    assert answer.status_code == 200
    assert 'role="alert"' in answer.json()
    for name in ("preprocess", "__init__", "postprocess", "push_to_hub", "get_config"):
        assert call(served, panel, name, sent).status_code == 404


def test_only_the_four_calls_are_public(served: Served) -> None:
    named = httpx.get(served.url + "/gradio_api/info").json()
    assert set(named["named_endpoints"]) == {"/ask", "/search", "/cite", "/article"}
    assert named["unnamed_endpoints"] == {}


def test_nonsense_harms_nobody_else(open_own: Callable[[], tuple[Served, Pages]]) -> None:
    served, open_page = open_own()
    config = httpx.get(served.url + "/config").json()
    for event in config["dependencies"]:
        body = {"fn_index": event["id"], "session_hash": uuid.uuid4().hex}
        for data in ([], [None] * 9, ["x" * 5000] * len(event["inputs"])):
            httpx.post(
                served.url + "/gradio_api/queue/join", json={**body, "data": data}, timeout=60
            )
    page = open_page()
    ask(page, "ferry pump?")
    assert open_page.wrong == []


def component(served: Served, name: str) -> int:
    config = httpx.get(served.url + "/config").json()
    found = (c["id"] for c in config["components"] if c["props"].get("elem_id") == name)
    number: int = next(found)
    return number


def call(served: Served, component_id: int, name: str, data: Any) -> httpx.Response:
    body = {
        "data": data,
        "component_id": component_id,
        "fn_name": name,
        "session_hash": uuid.uuid4().hex,
    }
    return httpx.post(served.url + "/gradio_api/component_server", json=body)
