"""Addresses, permalinks and forms that anybody can send to a reader: read, or refused."""

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.e2e.hostile.answered import PATIENCE, not_broken, some
from tests.e2e.hostile.running import Running
from tests.property.hostile.broken import damaged, texts

ID = "b1946ac924.12-40.0123456789ab"
references = st.one_of(
    texts,
    damaged([ID.encode()]).map(lambda raw: raw.decode("utf-8", "replace")),
    st.builds(
        "{}.{}-{}.{}".format,
        st.text("0123456789abcdef", min_size=10, max_size=10),
        st.integers(0).map(str) | st.sampled_from(("9" * 30, "9" * 4_400)),
        st.integers(0).map(str) | st.sampled_from(("9" * 30, "9" * 4_400)),
        st.text("0123456789abcdef", min_size=12, max_size=12),
    ),
)


def whole(text: str) -> str:
    """As a browser sends it: half characters are replaced."""
    return text.encode("utf-8", "replace").decode()


@pytest.mark.parametrize("name", ["cite", "talk", "article", "next", "__theme", "view", "x"])
def test_parameters_of_the_page(chat: Running, name: str) -> None:
    @some
    @given(st.one_of(texts, references))
    def each(value: str) -> None:
        sent = {name: whole(value)[:20_000]}
        answer = httpx.get(chat.url, params=sent, timeout=PATIENCE, headers={"accept": "text/html"})
        assert answer.status_code == 200
        assert "alert(1)" not in answer.text

    each()


def test_queries_that_are_none(chat: Running) -> None:
    for query in ("?", "?&&&=", "?%", "?%ff%fe", "?cite", "?cite=1&cite=2", "?" + "a=1&" * 5_000):
        not_broken(httpx.get(chat.url + "/" + query, timeout=PATIENCE))


def test_permalinks_that_the_page_opens(chat: Running) -> None:
    config = httpx.get(f"{chat.url}/config", timeout=PATIENCE).json()
    numbers = {each["props"].get("elem_id"): each["id"] for each in config["components"]}

    @some
    @example("b1946ac924." + "9" * 50 + "-" + "9" * 50 + ".0123456789ab")
    @given(references)
    def each(reference: str) -> None:
        for part, name, key in (("panel", "article", "cite"), ("talks", "copied", "of")):
            sent = {
                "data": {key: whole(reference), "form": "apa", "others": [whole(reference)]},
                **{"component_id": numbers[part], "fn_name": name, "session_hash": "x"},
            }
            url = f"{chat.url}/gradio_api/component_server"
            answer = httpx.post(url, json=sent, timeout=PATIENCE)
            assert answer.status_code == 200, answer.text[:300]

    each()


def test_references_that_programs_look_up(chat: Running) -> None:
    @some
    @example("b1946ac924." + "9" * 4_400 + "-" + "9" * 4_400 + ".0123456789ab")
    @given(references)
    def each(reference: str) -> None:
        url = f"{chat.url}/gradio_api/call/v2/cite"
        asked = httpx.post(url, json={"text_or_id": whole(reference)}, timeout=PATIENCE)
        if not_broken(asked):
            ended = httpx.get(f"{url}/{asked.json()['event_id']}", timeout=PATIENCE).text
            assert "data: null" not in ended

    each()


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/queue/data?session_hash=%00",
        "/gradio_api/queue/data",
        "/gradio_api/call/ask/" + "x" * 9_000,
        "/gradio_api/call/v2/%00/%ff",
        "/gradio_api/upload_progress?upload_id=%00",
        "/gradio_api/heartbeat/",
        "/gradio_api/info?serialize=x",
        "/gradio_api/file=%00",
        "/gradio_api/file=" + "a" * 9_000,
        "/gradio_api/file=../" * 20,
        "/gradio_api/queue/status",
        "/gradio_api/theme.css",
        "/gradio_api/startup-events",
        "/static/%00",
        "/assets/" + "a" * 9_000,
        "/%00",
        "/config?__sign=%ff",
        "/custom_component/x/y/z/%00",
    ],
)
def test_paths(chat: Running, path: str) -> None:
    with httpx.stream("GET", chat.url + path, timeout=PATIENCE) as answer:
        assert answer.status_code < 500


@pytest.mark.parametrize(
    "path", ["call/ask/0123", "call/v2/ask/%00", "queue/data?session_hash=none", "call/x/y"]
)
def test_an_answer_that_nobody_asked_for(chat: Running, path: str) -> None:
    answer = httpx.get(f"{chat.url}/gradio_api/{path}", timeout=PATIENCE)
    assert answer.status_code == 404
    assert answer.text.startswith("Nothing is under way by this name")


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data; boundary=x", b"--x"),
        ("multipart/form-data; boundary=x", b"--x\r\n\r\n" * 5_000),
        ("multipart/form-data", b"--x\r\n\r\n--x--"),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="files"; filename="'
            + b"a" * 70_000
            + b'"\r\n\r\nx\r\n--x--\r\n',
        ),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="files"; filename="\0/../../a"\r\n\r\nx'
            b"\r\n--x--\r\n",
        ),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="files"\r\n\r\nx\r\n--x--\r\n',
        ),
        ("application/json", b"{}"),
        ("text/plain", b"x"),
    ],
)
def test_uploads(chat: Running, kind: str, body: bytes) -> None:
    url = f"{chat.url}/gradio_api/upload"
    answer = httpx.post(url, content=body, headers={"content-type": kind}, timeout=PATIENCE)
    not_broken(answer)
    for kept in answer.json() if answer.status_code == 200 else []:
        assert ".." not in kept
