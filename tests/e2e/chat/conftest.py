"""A real server and a real browser; every page fails on console errors and foreign requests."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.e2e.chat.served import Served

PATIENCE = 60_000
"""Milliseconds: enough for a machine that does much else. Nothing waits that long when it works."""

expect.set_options(timeout=PATIENCE)
CHROME = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    server = Served(tmp_path_factory.mktemp("chat"))
    yield server
    # Read before the stop, which cuts off whoever is still listening and says so. One test asks a
    # question that breaks the engine.
    lines = server.log.splitlines()
    server.stop()
    failures = [line for line in lines if line.startswith("Traceback")]
    assert len(failures) == lines.count("ZeroDivisionError"), server.log


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not shutil.which(CHROME):
        pytest.skip(f"no Chromium at {CHROME}")
    with sync_playwright() as play:
        launched = play.chromium.launch(executable_path=CHROME, args=FLAGS)
        yield launched
        launched.close()


class Pages:
    """Opens pages, each in a context of its own, and remembers what went wrong in them."""

    def __init__(self, browser: Browser, url: str) -> None:
        self._browser, self._url = browser, url
        self._contexts: list[BrowserContext] = []
        self.wrong: list[str] = []

    def __call__(
        self, width: int = 1280, height: int = 844, path: str = "/", **kwargs: Any
    ) -> Page:
        phone = width < 600
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            has_touch=phone,
            is_mobile=phone,
            reduced_motion="reduce",
            accept_downloads=True,
            **{"locale": "en-GB", **kwargs},
        )
        context.set_default_timeout(PATIENCE)
        self._contexts.append(context)
        return self.tab(context, path)

    def tab(self, context: BrowserContext, path: str = "/") -> Page:
        """One more tab of the same browser."""
        page = context.new_page()
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", self._console)
        page.on("request", lambda request: self._request(request.url))
        self.goto(page, path)
        return page

    def goto(self, page: Page, path: str) -> None:
        page.goto(self._url + path, wait_until="domcontentloaded")
        page.wait_for_selector("#question textarea")
        page.wait_for_selector("#thread .first, #thread .turn")

    def _console(self, message: Any) -> None:
        if message.type == "error":
            self.wrong.append(message.text)

    def _request(self, url: str) -> None:
        if not url.startswith((self._url, "data:", "blob:")):
            self.wrong.append(f"left the machine: {url}")

    def close(self) -> None:
        for context in self._contexts:
            context.close()


@pytest.fixture
def open_page(browser: Browser, served: Served) -> Iterator[Pages]:
    pages = Pages(browser, served.url)
    yield pages
    pages.close()
    assert pages.wrong == []


@pytest.fixture
def open_own(browser: Browser, tmp_path: Path) -> Iterator[Callable[[], tuple[Served, Pages]]]:
    """A server that the test may restart, and its pages."""
    started: list[tuple[Served, Pages]] = []

    def start() -> tuple[Served, Pages]:
        server = Served(tmp_path)
        started.append((server, Pages(browser, server.url)))
        return started[-1]

    yield start
    for server, pages in started:
        pages.close()
        server.stop()
