import asyncio
from types import SimpleNamespace

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from ui.chat.head_start import HeadStart
from ui.chat.reader import COOKIE, Readers, person_of, reader_of

PAGE = "<html><head><title>x</title></head></html>"


def fetch(path: str, **headers: str) -> httpx.Response:
    async def page(request: object) -> PlainTextResponse:
        return PlainTextResponse(PAGE)

    app = Starlette(routes=[Route("/", page), Route("/other", page)])
    app.add_middleware(HeadStart, head="<style>é</style>")
    app.add_middleware(Readers)

    async def run() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.get(path, headers=headers)

    return asyncio.run(run())


def test_a_browser_is_given_a_key_that_scripts_cannot_read() -> None:
    first, second = (fetch("/").headers["set-cookie"] for _ in range(2))
    assert first != second
    assert {"HttpOnly", "SameSite=Lax"} <= set(first.split("; "))


def test_a_key_is_kept_and_a_made_up_one_replaced() -> None:
    key = fetch("/").cookies[COOKIE]
    assert "set-cookie" not in fetch("/", cookie=f"{COOKIE}={key}").headers
    assert "set-cookie" in fetch("/", cookie=f"{COOKIE}=me").headers
    assert "set-cookie" not in fetch("/other").headers


def test_the_page_gets_its_head_at_once() -> None:
    page = fetch("/")
    assert page.text == PAGE.replace("<head>", "<head><style>é</style>")
    assert int(page.headers["content-length"]) == len(page.content)
    assert fetch("/other").text == PAGE


@pytest.mark.parametrize("cookie", ["", "short", "x" * 33, "é" * 32, "../" * 11])
def test_no_key_no_reader(cookie: str) -> None:
    assert reader_of(SimpleNamespace(cookies={COOKIE: cookie})) == ""


def test_a_login_comes_before_the_browser() -> None:
    cookies = {COOKIE: "k" * 32}
    assert reader_of(SimpleNamespace(cookies=cookies)) == "browser:" + "k" * 32
    logged_in = SimpleNamespace(cookies=cookies, scope={"pincite_user": "ana"})
    wrapped = SimpleNamespace(cookies=cookies, request=logged_in)
    assert reader_of(logged_in) == reader_of(wrapped) == "user:ana"
    assert person_of(wrapped) == "ana"
