"""Pasting a quote, an id or a link: what it is, and where it stands."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.chat.conftest import Pages
from tests.e2e.chat.fake_articles import HOSTILE
from tests.e2e.chat.steps import ARTICLES, no_sideways_scrolling, quotes, wait_for_mark
from tests.e2e.chat.test_everyone import violations

QUOTES = {key: quotes(key)[0] for key in ("pump", "mayor", "report due", "longest word")}


def look_up(page: Page, pasted: str, status: str) -> None:
    if page.locator("#lookup-box textarea").is_hidden():
        page.get_by_role("tab", name="Look up").click()
    page.fill("#lookup-box textarea", pasted)
    page.click("#lookup-go")
    expect(page.locator(f"#lookup-found .verdict.{status}")).to_be_focused()


@pytest.mark.parametrize("key", list(QUOTES))
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_a_verbatim_quote_opens_in_its_article(open_page: Pages, width: int, key: str) -> None:
    page, quote = open_page(width), QUOTES[key]
    look_up(page, quote.exact, "verbatim")
    shown = page.locator("#lookup-found mark.exact").first
    assert shown.evaluate("e => e.textContent") == quote.exact
    page.locator("#lookup-found a.cite").first.click()
    wait_for_mark(page, quote.exact)
    body = page.locator("#panel .text").evaluate("e => e.textContent")
    assert body == ARTICLES[quote.article_id].text
    assert no_sideways_scrolling(page)
    assert page.evaluate("Object.keys(window).filter(k => k.startsWith('__pwn'))") == []


def test_a_changed_number_is_shown_word_by_word(open_page: Pages) -> None:
    page = open_page()
    look_up(page, "Internal figures show 41 of 221 checks were overdue.", "altered")
    expect(page.locator("#lookup-found del")).to_have_text("221")
    expect(page.locator("#lookup-found ins")).to_have_text("212")
    expect(page.locator("#lookup-found .grave")).to_contain_text("“221” is “212” in the article")
    page.locator("#lookup-found a.cite").click()
    wait_for_mark(page, "Internal figures show 41 of 212 checks were overdue.")


def test_nowhere(open_page: Pages) -> None:
    page = open_page()
    look_up(page, "Zebras danced at midnight in Oslo while nobody watched", "not_found")
    expect(page.locator(".verdict")).to_contain_text(f"None of {len(ARTICLES)} articles")
    expect(page.locator("#lookup-found a.cite")).to_have_count(0)


def test_an_id_and_a_permalink(open_page: Pages) -> None:
    page, quote = open_page(), QUOTES["mayor"]
    look_up(page, quote.id, "verbatim")
    link = f"https://news.example/?cite={quote.id}&talk=x"
    look_up(page, link, "verbatim")
    shown = page.locator("#lookup-found mark.exact").evaluate("e => e.textContent")
    assert shown == quote.exact
    gone = quote.id[:-12] + "0" * 12
    look_up(page, gone, "source_changed")
    page.locator("#lookup-found a.cite").click()
    expect(page.locator("#panel .changed")).to_be_visible()


def test_nothing_to_look_up_is_said(open_page: Pages) -> None:
    page = open_page()
    page.get_by_role("tab", name="Look up").click()
    page.fill("#lookup-box textarea", "…!?")
    page.click("#lookup-go")
    expect(page.locator("#lookup-found [role=alert]")).to_contain_text("no word to look up")


def test_by_the_keyboard_alone(open_page: Pages) -> None:
    page, quote = open_page(), QUOTES["pump"]
    page.get_by_role("tab", name="Ask").focus()
    page.keyboard.press("Tab")
    for _ in range(6):
        if page.evaluate("document.activeElement.textContent.trim()") == "Look up":
            break
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("ArrowRight")
    page.get_by_role("tab", name="Look up").press("Enter")
    page.locator("#lookup-box textarea").focus()
    page.keyboard.insert_text(quote.exact)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#lookup-found .verdict.verbatim")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    wait_for_mark(page, quote.exact)
    page.keyboard.press("Escape")
    expect(page.locator("#lookup-found a.cite").first).to_be_focused()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_nothing(open_page: Pages, width: int, scheme: str) -> None:
    page = open_page(width, color_scheme=scheme, bypass_csp=True)
    page.get_by_role("tab", name="Look up").click()
    expect(page.locator("#lookup-hero h2")).to_be_visible()
    assert violations(page) == []
    look_up(page, HOSTILE[20:90].replace("mayor", "major"), "altered")
    assert violations(page) == []
    look_up(page, "neither inspection had found a fault", "verbatim")
    assert violations(page) == []
