"""A page that asks who is there: people, programs, and conversations kept apart."""

import base64
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from gradio_client import Client
from playwright.sync_api import Browser, Page, expect

from tests.e2e.chat.served import Served
from tests.e2e.chat.steps import ask, quotes, wait_for_mark
from tests.e2e.chat.test_everyone import violations
from ui.chat.users import add_user

PASSWORD = "correct horse battery"


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder: Path = tmp_path_factory.mktemp("locked")
    for name in ("ana", "ben"):
        add_user(folder / "users", name, PASSWORD)
    server = Served(folder)
    yield server
    log = server.log  # before the end, which cuts open streams
    server.stop()
    assert "Traceback" not in log, log


@pytest.fixture
def door(browser: Browser, locked: Served) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale="en-GB", bypass_csp=True
    )
    yield context.new_page()
    context.close()


def enter(page: Page, name: str, password: str = PASSWORD) -> None:
    page.fill("#username", name)
    page.fill("#password", password)
    page.keyboard.press("Enter")


def test_a_permalink_outlives_the_login(door: Page, locked: Served) -> None:
    quote = quotes("ferry pump?")[0]
    door.goto(f"{locked.url}/?cite={quote.id}")
    expect(door.locator("#username")).to_be_focused()
    assert violations(door) == []
    enter(door, "ana", "wrong password")
    expect(door.locator("[role=alert]")).to_have_text("Wrong name or password.")
    assert violations(door) == []
    enter(door, "ana")
    wait_for_mark(door, quote.exact)
    assert f"cite={quote.id}" in door.url


def test_people_do_not_see_one_another_s_conversations(browser: Browser, locked: Served) -> None:
    pages = {}
    for name, question in (("ana", "ferry pump?"), ("ben", "longest word?")):
        page = browser.new_context(locale="en-GB", reduced_motion="reduce").new_page()
        page.goto(locked.url + "/login")
        enter(page, name)
        page.wait_for_selector("#question textarea")
        page.wait_for_selector("#thread .first, #thread .turn")
        ask(page, question)
        pages[name] = page
    expect(pages["ana"].locator("#talks .talk")).to_have_text(["ferry pump?"])
    expect(pages["ben"].locator("#talks .talk")).to_have_text(["longest word?"])
    address = pages["ana"].url
    pages["ben"].goto(address)
    expect(pages["ben"].locator("#thread .first")).to_be_visible()
    for page in pages.values():
        page.context.close()


def test_the_login_page_in_the_reader_s_language(browser: Browser, locked: Served) -> None:
    context = browser.new_context(locale="ru-RU")
    page = context.new_page()
    page.goto(locked.url)
    expect(page.locator("h1")).to_have_text("Вход в Pincite")
    context.close()


def test_programs_log_in_too(locked: Served) -> None:
    client = Client(locked.url, auth=("ana", PASSWORD), verbose=False, analytics_enabled=False)
    assert client.predict("ferry pump?", api_name="/ask")["status"] == "answered"
    with pytest.raises(ValueError, match="Could not login"):
        Client(locked.url, auth=("ana", "wrong password"), verbose=False)


@pytest.mark.parametrize(
    "path", ["/config", "/gradio_api/info", "/mcp", "/gradio_api/upload", "/theme.css", "/assets/"]
)
def test_a_stranger_gets_nothing(locked: Served, path: str) -> None:
    assert httpx.get(locked.url + path).status_code == 401
    assert httpx.post(locked.url + path, json={}).status_code == 401


def test_the_tools_know_who_asks(locked: Served) -> None:
    pytest.importorskip("mcp")
    coded = base64.b64encode(f"ana:{PASSWORD}".encode()).decode()
    body = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "tools/call",
        "params": {"name": "cite", "arguments": {"text_or_id": "41 of 212 checks"}},
    }
    headers = {"accept": "application/json, text/event-stream"}
    assert httpx.post(locked.url + "/mcp", json=body, headers=headers).status_code == 401
    headers["authorization"] = f"Basic {coded}"
    answer = httpx.post(locked.url + "/mcp", json=body, headers=headers, timeout=60)
    assert "verbatim" in answer.text


def test_asking_has_a_limit(locked: Served) -> None:
    coded = base64.b64encode(f"ben:{PASSWORD}".encode()).decode()
    with httpx.Client(headers={"authorization": f"Basic {coded}"}, timeout=60) as program:
        last = ""
        for _ in range(61):
            url = f"{locked.url}/gradio_api/call/v2/cite"
            event = program.post(url, json={"text_or_id": "41 of 212 checks"}).json()["event_id"]
            last = program.get(f"{url}/{event}").text
    assert "You have asked too often; ask again in" in last
