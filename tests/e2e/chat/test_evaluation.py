"""Running a question set, reading what came of it, comparing, and asking a question of it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.chat.conftest import Pages
from tests.e2e.chat.served import Served
from tests.e2e.chat.steps import no_sideways_scrolling
from tests.e2e.chat.test_everyone import violations


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    server = Served(tmp_path_factory.mktemp("lab"))
    yield server
    log = server.log
    server.stop()
    assert "Traceback" not in log, log


@pytest.fixture
def open_lab(browser: Browser, lab: Served) -> Iterator[Pages]:
    pages = Pages(browser, lab.url)
    yield pages
    pages.close()
    assert pages.wrong == []


def evaluation(page: Page) -> Page:
    page.get_by_role("tab", name="Evaluation").click()
    expect(page.locator("form.runs")).to_be_visible()
    return page


def run(page: Page, limit: str = "10") -> None:
    before = page.locator("select[name=shown] option").count()
    page.select_option("select[name=limit]", limit)
    page.locator("form.runs .go").click()
    expect(page.locator("select[name=shown] option")).to_have_count(before + 1, timeout=60_000)


def test_nothing_was_run_yet(open_lab: Pages) -> None:
    page = evaluation(open_lab())
    expect(page.locator("form.runs .none")).to_contain_text("There is no run yet.")
    expect(page.locator("#evaluation-find")).to_be_hidden()


def test_a_run_measures_and_plots(open_lab: Pages) -> None:
    page = evaluation(open_lab())
    run(page)
    expect(page.locator(".run .kicker")).to_have_text("fixed-01")
    expect(page.locator(".run .told")).to_contain_text("questions that the articles answer")
    assert page.locator(".run .intervals .whisker").count() > 5
    expect(page.locator(".run .stages")).to_be_visible()
    for axis in page.locator(".run svg").all():
        assert axis.locator("text.end").first.text_content() in ("0%", "0")
    expect(page.locator(".questions .shown")).to_have_text("10 questions")
    assert no_sideways_scrolling(page)


def test_a_lost_question_and_where_it_was_lost(open_lab: Pages) -> None:
    page = evaluation(open_lab())
    stage = page.locator("[data-stages] option").nth(1).get_attribute("value") or ""
    page.select_option("[data-stages]", stage)
    expect(page.locator(".questions .ended").first).to_have_text(stage)
    assert set(page.locator(".questions .ended").all_inner_texts()) == {stage}
    page.locator(".questions summary").first.press("Enter")
    expect(page.locator(".inside .about").first).to_be_visible()
    page.select_option("[data-stages]", "")
    expect(page.locator(".questions .shown")).to_have_text("10 questions")
    page.locator("#evaluation-find input").fill("zebra xylophone")
    expect(page.locator(".questions .shown")).to_have_text("0 questions")


def test_the_gold_opens_in_its_article_word_for_word(open_lab: Pages) -> None:
    page = evaluation(open_lab())
    for item in page.locator(".questions li").all():
        if item.locator("a.cite").count():
            item.locator("summary").click()
            gold = item.locator("blockquote.gold").first.evaluate("e => e.textContent")
            item.locator("a.cite").first.click()
            page.wait_for_function(
                "t => document.querySelector('#quoted')?.textContent === t", arg=gold
            )
            return
    raise AssertionError("no question of the run has gold")


def test_a_question_is_asked_in_the_chat(open_lab: Pages) -> None:
    page = evaluation(open_lab())
    item = page.locator(".questions li").first
    question = item.locator(".asked-was").evaluate("e => e.textContent")
    item.locator("summary").click()
    item.locator("[data-chat]").click()
    expect(page.locator("#thread .asked")).to_have_text(question)
    expect(page.locator("#thread .turn")).to_be_visible()


def test_two_runs_are_compared(open_lab: Pages) -> None:
    page = evaluation(open_lab())
    run(page)
    page.select_option("select[name=against]", "fixed-01")
    expect(page.locator("#comparison .lead")).to_contain_text("fixed-01 and fixed-02")
    run(page, "30")
    page.select_option("select[name=against]", "fixed-01")
    expect(page.locator("#evaluation .notice")).to_contain_text("different questions")


def test_a_run_is_stopped(open_lab: Pages, lab: Served) -> None:
    page = evaluation(open_lab())
    kept = {folder.name for folder in (lab.folder / "eval").iterdir()}
    page.select_option("select[name=limit]", "")
    page.locator("form.runs .go").click()
    expect(page.locator("#evaluation progress")).to_be_visible()
    page.locator("[data-stop]").click()
    expect(page.locator("#evaluation-going .notice")).to_contain_text("was stopped")
    assert {folder.name for folder in (lab.folder / "eval").iterdir()} == kept


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_nothing(open_lab: Pages, width: int, scheme: str) -> None:
    page = evaluation(open_lab(width, color_scheme=scheme, bypass_csp=True))
    page.select_option("select[name=shown]", "fixed-02")
    expect(page.locator(".run .kicker")).to_have_text("fixed-02")
    page.select_option("select[name=against]", "fixed-01")
    expect(page.locator("#comparison")).to_be_visible()
    page.locator(".questions summary").first.click()
    assert violations(page) == []
    assert no_sideways_scrolling(page)
