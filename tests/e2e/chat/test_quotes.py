"""The promise: what is shown is what the article says, whatever it says, on every screen."""

import pytest
from playwright.sync_api import expect

from tests.e2e.chat.conftest import Pages
from tests.e2e.chat.steps import ARTICLES, ask, no_sideways_scrolling, quotes, text, wait_for_mark

INERT = "script, img, form, style, iframe, svg, input, link, object"


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize(
    "question", ["ferry pump?", "What did the mayor say?", "Report due?", "longest word?"]
)
def test_quote_equals_its_slice_and_nothing_runs(
    open_page: Pages, question: str, width: int
) -> None:
    page = open_page(width)
    ask(page, question)
    cited = quotes(question)
    shown = page.evaluate(
        "() => [...document.querySelectorAll('#thread blockquote')].map(e => e.textContent)"
    )
    assert shown == [ARTICLES[c.article_id].text[c.start : c.end] for c in cited]
    for n, citation in enumerate(cited):
        page.locator(".quote a.cite").nth(n).click()
        wait_for_mark(page, citation.exact)
        article = ARTICLES[citation.article_id]
        assert text(page, "#panel .text") == article.text
        assert text(page, "#panel h2") == article.title
        mark, sheet = (page.locator(at).bounding_box() for at in ("#quoted", "#panel .page"))
        assert mark is not None
        assert sheet is not None
        assert sheet["y"] - 1 <= mark["y"] < sheet["y"] + sheet["height"], "starts in view"
        assert page.locator("a.cite[aria-current]").count() == 1
        if width < 600:
            page.locator("#panel [data-close]").click()
    assert no_sideways_scrolling(page)
    assert page.evaluate("Object.keys(window).filter(k => k.startsWith('__pwn'))") == []
    boxes = ("#thread .turn", "#panel .page", "#talks nav")
    assert [page.locator(f"{box} :is({INERT})").count() for box in boxes] == [0, 0, 0]
    assert page.locator("a[href^='javascript']").count() == 0


def test_other_quotes_of_the_answer_are_marked_faintly(open_page: Pages) -> None:
    page = open_page()
    ask(page, "ferry pump?")
    page.locator(".quote a.cite").first.click()
    wait_for_mark(page, quotes("ferry pump?")[0].exact)
    expect(page.locator("#panel mark.faint")).to_have_text([quotes("ferry pump?")[2].exact])


def test_reversing_characters_are_pointed_out(open_page: Pages) -> None:
    page = open_page()
    ask(page, "Report due?")
    expect(page.locator("#thread .turning")).to_have_count(1)
    page.locator(".quote a.cite").nth(1).click()
    expect(page.locator("#panel .turning")).to_contain_text("invisible characters")


def test_markup_in_a_question_stays_text(open_page: Pages) -> None:
    page = open_page()
    hostile = "<img src=x onerror=window.__pwn=9> ${window.__pwn=10} {{x}} pump?"
    ask(page, hostile)
    assert text(page, "#thread .asked") == hostile
    assert text(page, "#talks .talk") == hostile
    page.reload()
    expect(page.locator("#thread .asked")).to_have_text(hostile)
    assert page.evaluate("Object.keys(window).filter(k => k.startsWith('__pwn'))") == []


def test_differing_articles_are_set_side_by_side(open_page: Pages) -> None:
    page = open_page()
    ask(page, "ferry pump?")
    rows = page.locator(".differ tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("3 March")
    expect(rows.first).to_contain_text("Harbour Gazette")
    expect(rows.first).to_contain_text("14 March 2024")
    rows.nth(1).locator("a.cite").click()
    wait_for_mark(page, quotes("ferry pump?")[1].exact)
