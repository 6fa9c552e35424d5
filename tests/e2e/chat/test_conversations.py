"""Conversations: several, named, kept, separate, deletable."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.chat.conftest import Pages
from tests.e2e.chat.served import Served
from tests.e2e.chat.steps import ask, quotes, wait_for_mark


def test_reload_and_restart_bring_everything_back(
    open_own: Callable[[], tuple[Served, Pages]],
) -> None:
    served, pages = open_own()
    page = pages()
    ask(page, "ferry pump?")
    ask(page, "Where is Atlantis?")
    page.reload()
    expect(page.locator("#thread blockquote")).to_have_count(3)
    expect(page.locator(".not-found")).to_have_count(1)
    served.stop()
    served.start()
    page.goto(page.url)
    expect(page.locator("#thread .turn")).to_have_count(2)
    page.locator(".quote a.cite").nth(1).click()
    wait_for_mark(page, quotes("ferry pump?")[1].exact)


def test_a_tab_left_open_over_a_restart_goes_on(
    open_own: Callable[[], tuple[Served, Pages]],
) -> None:
    served, pages = open_own()
    page = pages()
    ask(page, "ferry pump?")
    served.stop()
    served.start()
    ask(page, "Were they late?")
    expect(page.locator("#thread .asked")).to_have_text(["ferry pump?", "Were they late?"])
    expect(page.locator(".searched-as q")).to_have_text("ferry pump? Were they late?")


def test_a_citation_outlives_its_article(open_own: Callable[[], tuple[Served, Pages]]) -> None:
    served, pages = open_own()
    page = pages()
    ask(page, "ferry pump?")
    served.stop()
    served.start("without-ferry")
    page.goto(page.url)
    page.locator(".quote a.cite").first.click()
    expect(page.locator("#panel [role=alert]")).to_contain_text("no longer in the collection")
    expect(page.locator("#panel blockquote")).to_have_text(quotes("ferry pump?")[0].exact)
    served.stop()
    served.start("ferry-moved")
    page.goto(page.url)
    page.locator(".quote a.cite").first.click()
    wait_for_mark(page, quotes("ferry pump?")[0].exact)
    expect(page.locator("#panel [role=alert]")).to_contain_text("now stand here")


def test_several_named_by_their_first_question(open_page: Pages) -> None:
    page = open_page()
    ask(page, "ferry pump?")
    first = page.url
    page.locator("[data-fresh]").click()
    expect(page.locator(".first")).to_be_visible()
    assert "talk=" not in page.url
    ask(page, "What did the mayor say?")
    expect(page.locator("#talks .talk")).to_have_text(["What did the mayor say?", "ferry pump?"])
    page.locator("#talks .talk").nth(1).click()
    expect(page.locator("#thread .asked")).to_have_text("ferry pump?")
    assert page.url == first
    page.go_back()
    expect(page.locator("#thread .asked")).to_have_text("What did the mayor say?")


def test_choosing_a_conversation_leaves_the_other_tabs(open_page: Pages) -> None:
    page = open_page()
    ask(page, "ferry pump?")
    page.get_by_role("tab", name="Collection").click()
    expect(page.locator("#thread")).to_be_hidden()
    page.locator("#talks .talk").click()
    expect(page.locator("#thread .asked")).to_be_visible()


def test_deleting_asks_first(open_page: Pages) -> None:
    page = open_page()
    ask(page, "ferry pump?")
    gone = page.url
    page.locator("#talks [data-sure]").click()
    page.locator("#talks [data-keep]").click()
    expect(page.locator("#talks .talk")).to_have_count(1)
    page.locator("#talks [data-sure]").click()
    page.locator("#talks [data-delete]").click()
    expect(page.locator("#talks .talk")).to_have_count(0)
    expect(page.locator(".first")).to_be_visible()
    page.goto(gone)
    expect(page.locator(".first")).to_be_visible()


def test_one_readers_conversations_are_hidden_from_another(open_page: Pages) -> None:
    mine = open_page()
    ask(mine, "ferry pump?")
    talk = mine.url.partition("?")[2]
    theirs = open_page(path=f"/?{talk}")
    expect(theirs.locator(".first")).to_be_visible()
    expect(theirs.locator("#talks .talk")).to_have_count(0)
    assert "talk=" not in theirs.url


def test_leaving_while_an_answer_is_made(open_page: Pages) -> None:
    page = open_page()
    page.fill("#question textarea", "slow pump?")
    page.press("#question textarea", "Enter")
    expect(page.locator("#live .waiting")).to_be_visible()
    page.locator("[data-fresh]").click()
    expect(page.locator(".first")).to_be_visible()
    ask(page, "What did the mayor say?")
    page.wait_for_timeout(3500)
    expect(page.locator("#thread .asked")).to_have_text(["What did the mayor say?"])
    expect(page.locator("#live .turn")).to_have_count(0)


def test_scripts_cannot_read_who_the_reader_is(open_page: Pages) -> None:
    page = open_page()
    ask(page, "ferry pump?")
    assert "pincite_reader" not in page.evaluate("document.cookie")
    stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "ferry" not in stored
    assert "pump" not in stored
