"""Asking: streaming, stopping, follow-ups, filters, and the two ways of not getting an answer."""

import re

from playwright.sync_api import expect

from tests.e2e.chat.conftest import Pages
from tests.e2e.chat.steps import ask, quotes, text

STOP = "#question button.stop-button"


def test_passages_come_one_by_one_and_then_stay(open_page: Pages) -> None:
    page = open_page()
    page.evaluate(
        """() => { window.seen = []; new MutationObserver(() => seen.push(
        document.querySelectorAll('#live blockquote').length)).observe(
        document.querySelector('#main'), {childList: true, subtree: true}); }"""
    )
    ask(page, "ferry pump?")
    assert {0, 1, 2} <= set(page.evaluate("seen"))
    expect(page.locator("#thread blockquote")).to_have_count(3)
    expect(page.locator("#said [role=status]")).to_have_text("3 quotes found.")


def test_stop_while_searching(open_page: Pages) -> None:
    page = open_page()
    page.fill("#question textarea", "slow pump?")
    page.press("#question textarea", "Enter")
    expect(page.locator("#live .waiting")).to_be_visible()
    page.locator(STOP).click()
    expect(page.locator("#thread .stopped")).to_have_text("Stopped.")
    expect(page.locator(STOP)).to_have_count(0)
    page.wait_for_timeout(3500)  # the engine's answer comes, and nobody waits for it
    expect(page.locator("blockquote")).to_have_count(0)
    ask(page, "ferry pump?")
    expect(page.locator("#thread blockquote")).to_have_count(3)


def test_stop_between_passages_keeps_what_was_shown(open_page: Pages) -> None:
    page = open_page()
    page.evaluate(
        f"""() => new MutationObserver((_, watcher) => {{
        const stop = document.querySelector({STOP!r});
        if (stop && document.querySelector('#live blockquote')) {{ stop.click();
        watcher.disconnect(); }} }}).observe(document.body, {{childList: true, subtree: true}})"""
    )
    ask(page, "every line")
    expect(page.locator("#thread .stopped")).to_be_visible()
    shown = page.locator("#thread blockquote").count()
    assert 1 <= shown < len(quotes("every line"))
    page.reload()
    expect(page.locator("#thread .stopped")).to_be_visible()
    expect(page.locator("#thread blockquote")).to_have_count(shown)


def test_a_follow_up_is_searched_with_its_subject_and_says_so(open_page: Pages) -> None:
    page = open_page()
    ask(page, "ferry pump?")
    expect(page.locator(".searched-as")).to_have_count(0)
    ask(page, "Were they late?")
    expect(page.locator(".searched-as q")).to_have_text("ferry pump? Were they late?")


def test_not_found_shows_its_proof_and_an_error_does_not(open_page: Pages) -> None:
    page = open_page()
    ask(page, "Where is Atlantis?")
    proof = page.locator(".not-found")
    expect(proof.locator("h3")).to_have_text("The articles do not answer this")
    expect(proof).to_contain_text("Searched 10 passages of 10 articles")
    expect(proof.locator(".looked b")).to_have_text("Atlantis")
    expect(proof.locator(".near li")).to_have_count(2)
    expect(proof).to_contain_text("Scored 31%; an answer needs 50%")
    assert page.locator(".not-found [role=alert]").count() == 0
    proof.locator("a.cite").first.click()
    expect(page.locator("#quoted")).to_be_focused()
    page.keyboard.press("Escape")

    ask(page, "refused")
    expect(page.locator(".failure[role=alert] p")).to_have_text(
        "This question was refused; ask another."
    )
    ask(page, "broken")
    expect(page.locator(".failure").nth(1)).to_contain_text("fault in the program")
    assert "ZeroDivision" not in page.content()
    page.locator(".failure [data-ask]").first.click()
    expect(page.locator(".failure")).to_have_count(3)


def test_suggestions_are_answered(open_page: Pages) -> None:
    page = open_page()
    offered = page.locator("#suggestions [data-ask]").first
    expect(offered).to_be_visible()
    question = offered.inner_text()
    offered.click()
    expect(page.locator("#thread .asked")).to_have_text(question)
    expect(page.locator("#thread blockquote").first).to_be_visible()


def test_filters_by_source_and_date(open_page: Pages) -> None:
    page = open_page()
    page.locator("#filters > button").click()
    page.get_by_label("Sources").click()
    page.get_by_role("option", name="Northern Wire").click()
    ask(page, "ferry pump?")
    expect(page.locator("#thread blockquote")).to_have_text([quotes("ferry pump?")[1].exact])
    page.get_by_label("Published from").fill("last year")
    page.fill("#question textarea", "ferry pump?")
    page.press("#question textarea", "Enter")
    expect(page.locator(".notice[role=alert]")).to_contain_text("2019-06-25")
    expect(page.locator("#thread .turn")).to_have_count(1)
    page.get_by_label("Published from").fill("2019-06")
    ask(page, "Where is Atlantis?")
    expect(page.locator(".filtered")).to_have_text(re.compile("Northern Wire.*from June 2019"))
    expect(page.locator(".notice")).to_have_count(0)


def test_an_empty_question_asks_nothing(open_page: Pages) -> None:
    page = open_page()
    page.fill("#question textarea", "   ")
    page.press("#question textarea", "Enter")
    page.wait_for_timeout(500)
    expect(page.locator(".first")).to_be_visible()
    assert text(page, "#talks nav").count("ferry") == 0
