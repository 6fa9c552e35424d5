"""For everyone: no violation that axe-core finds, three languages, the phone's drawer."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.chat.conftest import Pages
from tests.e2e.chat.steps import ask, no_sideways_scrolling, quotes, wait_for_mark

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{rule['id']}: {node['html'][:160]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(open_page: Pages, width: int, scheme: str) -> None:
    page = open_page(width, color_scheme=scheme, bypass_csp=True)
    expect(page.locator("#suggestions [data-ask]").first).to_be_visible()
    assert violations(page) == []
    ask(page, "ferry pump?")
    ask(page, "Where is Atlantis?")
    ask(page, "refused")
    page.locator("details.why summary").first.click()
    page.locator("#filters > button").click()
    assert violations(page) == []
    page.locator(".quote a.cite").first.click()
    wait_for_mark(page, quotes("ferry pump?")[0].exact)
    assert violations(page) == []


@pytest.mark.parametrize(
    ("locale", "tab", "hero", "none"),
    [
        ("es-MX", "Preguntar", "¿Qué dicen sus artículos?", "Los artículos no responden a esto"),
        ("ru-RU", "Вопрос", "Что говорят ваши статьи?", "В статьях нет ответа"),
    ],
)
def test_the_browsers_language(
    open_page: Pages, locale: str, tab: str, hero: str, none: str
) -> None:
    page = open_page(390, locale=locale)
    expect(page.locator(".first h2")).to_have_text(hero)
    expect(page.get_by_role("tab", name=tab)).to_be_visible()
    ask(page, "Where is Atlantis?")
    expect(page.locator(".not-found h3")).to_have_text(none)
    assert page.evaluate("document.documentElement.lang") == locale[:2]
    assert no_sideways_scrolling(page)


def test_the_chosen_language_stays(open_page: Pages) -> None:
    page = open_page()
    page.select_option("#language", "ru")
    expect(page.locator(".first h2")).to_have_text("Что говорят ваши статьи?")
    page.reload()
    expect(page.get_by_role("tab", name="Вопрос")).to_be_visible()
    expect(page.locator("#question textarea")).to_have_attribute(
        "placeholder", "Спросите о статьях"
    )
    page.select_option("#language", "en")
    expect(page.locator(".first h2")).to_have_text("What do your articles say?")


def test_on_a_phone_the_conversations_are_a_drawer(open_page: Pages) -> None:
    page = open_page(320, 640)
    ask(page, "ferry pump?")
    expect(page.locator("#side")).to_be_hidden()
    page.locator("#side-toggle").tap()
    expect(page.locator("#talks .talk")).to_be_visible()
    assert no_sideways_scrolling(page)
    page.locator("[data-fresh]").tap()
    expect(page.locator("#side")).to_be_hidden()
    expect(page.locator(".first")).to_be_visible()


def test_nothing_moves_for_those_who_asked_for_less_motion(open_page: Pages) -> None:
    page = open_page()
    page.fill("#question textarea", "slow pump?")
    page.press("#question textarea", "Enter")
    dot = page.locator("#live .waiting span")
    expect(dot).to_be_visible()
    assert dot.evaluate("e => getComputedStyle(e).animationName") == "none"
