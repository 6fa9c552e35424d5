"""What an intruder tries, against the real page without a server: each door by its usual name.

Slow-loris, a client that sends its request a byte a minute, is not tried: a proxy's work.
"""

import json
import logging
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from index.schema import Article, Span
from rag.cite import cut
from rag.lookup import look_up
from tests.unit.ui.chat import replies
from ui.chat.conversations import Talk, Turn
from ui.chat.evidence import evidence_html
from ui.chat.frame import first_page_html, head_html, talks_html
from ui.chat.guard import guard
from ui.chat.login import COOKIE, Login
from ui.chat.lookup_html import lookup_html
from ui.chat.render import thread_html
from ui.chat.users import Users, add_user
from ui.chat.words import Words

PASSWORD = "correct horse battery"
ANA = {"username": "ana", "password": PASSWORD}
EN = Words("en")
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus='alert(1)",
    "</textarea></title><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "${alert(1)} {{7*7}} `x`",
    "--><iframe srcdoc='<script>1</script>'>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
)


@pytest.fixture(scope="module")
def users(tmp_path_factory: pytest.TempPathFactory) -> Users:
    path = tmp_path_factory.mktemp("users") / "users"
    add_user(path, "ana", PASSWORD)
    return Users(path)


@pytest.fixture
def client(users: Users) -> Iterator[TestClient]:
    app = FastAPI()

    @app.api_route("/{path:path}", methods=["GET", "POST"])
    def everything() -> str:
        return "inside"

    app.add_middleware(Login, users=users)
    guard(app, ["127.0.0.1"])
    with TestClient(app, base_url="http://127.0.0.1:7860", follow_redirects=False) as made:
        yield made


def test_an_id_set_before_the_login_is_not_the_one_after(client: TestClient) -> None:
    client.cookies.set(COOKIE, "chosen-by-somebody-else" * 2, domain="127.0.0.1")
    before = client.cookies[COOKIE]
    answer = client.post("/login", data=ANA)
    given = answer.cookies[COOKIE]
    assert given != before
    assert client.get("/x", headers={"cookie": f"{COOKIE}={before}"}).status_code == 401
    assert client.get("/x", headers={"cookie": f"{COOKIE}={given}"}).status_code == 200
    assert client.post("/login", data=ANA).cookies[COOKIE] != given


def test_logging_out_ends_it_everywhere(client: TestClient) -> None:
    given = client.post("/login", data=ANA).cookies[COOKIE]
    client.post("/logout", headers={"cookie": f"{COOKIE}={given}"})
    client.cookies.clear()
    assert client.get("/x", headers={"cookie": f"{COOKIE}={given}"}).status_code == 401


@pytest.mark.parametrize("path", ["/login", "/logout"])
def test_another_site_logs_nobody_in_or_out(client: TestClient, path: str) -> None:
    for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert client.post(path, data=ANA, headers=headers).status_code == 403


@pytest.mark.parametrize(
    "body",
    [
        b"&".join(b"a%d=1" % n for n in range(50)),
        b"\xff\xfe\x00",
        b"username=%ff&password=%00",
        b"",
    ],
)
def test_a_login_form_of_anything(client: TestClient, body: bytes) -> None:
    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/login", content=body, headers=headers).status_code in (400, 401)


def test_a_stranger_cannot_make_the_server_read_much(client: TestClient) -> None:
    answer = client.post("/login", content=b"username=" + b"a" * 1_000_001)
    assert (answer.status_code, answer.text) == (413, "Too large.")


@pytest.mark.parametrize("sent", ['{"question": "\\ud800"}', '{"a": [{"b": "x\\uDFFFy"}]}'])
def test_half_of_a_character_comes_no_further(client: TestClient, sent: str) -> None:
    answer = client.post("/gradio_api/call/v2/ask", content=sent)
    assert (answer.status_code, answer.text) == (400, "The request holds half of a character.")
    whole = json.dumps({"question": "\U0001f600"})
    assert "\\ud" in whole
    assert client.post("/gradio_api/call/v2/ask", content=whole).status_code == 401


def test_no_password_or_cookie_is_logged(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        given = client.post("/login", data=ANA).cookies[COOKIE]
        client.post("/login", data={**ANA, "password": "wrong but secret"})
        client.get("/x", headers={"cookie": f"{COOKIE}={given}"})
    ours = "\n".join(each.getMessage() for each in caplog.records)
    for secret in (PASSWORD, "wrong but secret", given):
        assert secret not in ours


class Tags(HTMLParser):
    """The elements of a page with the names of their attributes, in order, and its addresses."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, ...]] = []
        self.addresses: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, *sorted(name for name, _ in attrs)))
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]


def pages(text: str) -> dict[str, str]:
    """Everything that shows words from articles, files and people, with `text` in each place."""
    words = f"Before. {text} After."
    article = Article(
        f"{text}.txt",
        words,
        sha256(words.encode()).hexdigest(),
        title=text,
        source=text,
        url=text,
        published="2024-03-05",
    )
    quote = cut(1, article, Span(8, 8 + len(text)), replies.WHY)
    answer = replies.answer(1, citations=(quote,), question=text, searched_as=f"{text}?")
    turns = [Turn(text, answer), Turn(text, replies.not_found()), Turn(text, failure=text)]
    return {
        "thread": thread_html(EN, turns),
        "talks": talks_html(EN, [Talk(text, text)], text),
        "head": head_html(EN, text),
        "first": first_page_html(EN, 1, [text]),
        "lookup": lookup_html(EN, look_up("Before", {article.id: article}), 1),
        "pack": evidence_html(turns),
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_markup(text: str) -> None:
    plain, hostile = pages("Nothing but words"), pages(text)
    for name, html in hostile.items():
        made = Tags(html)
        assert made.found == Tags(plain[name]).found, name
        assert not [each for each in made.addresses if each.lower().startswith("javascript")]
