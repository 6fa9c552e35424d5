"""The article beside the chat: keyboard, history, links, phone."""

import pytest
from playwright.sync_api import expect

from tests.e2e.chat.conftest import Pages
from tests.e2e.chat.steps import ask, quotes, text, wait_for_mark


def test_keyboard_alone(open_page: Pages) -> None:
    page = open_page()
    page.keyboard.type("ferry pump?")  # the box has the focus
    page.keyboard.press("Enter")
    expect(page.locator("#thread .turn")).to_have_count(1)
    page.locator("#question textarea").focus()
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.matches('.quote a.cite')"):
            break
    assert page.evaluate("document.activeElement.textContent") == "[3]"
    page.keyboard.press("Enter")
    wait_for_mark(page, quotes("ferry pump?")[2].exact)
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "[3]"
    expect(page.locator("#article")).to_be_hidden()


def test_previous_and_next(open_page: Pages) -> None:
    page = open_page()
    ask(page, "ferry pump?")
    cited = quotes("ferry pump?")
    page.locator(".quote a.cite").first.click()
    wait_for_mark(page, cited[0].exact)
    expect(page.locator("#panel .place")).to_have_text("1 of 3")
    expect(page.locator("#panel [data-go='-1']")).to_be_disabled()
    for n in (1, 2):
        page.locator("#panel [data-go='1']").click()
        wait_for_mark(page, cited[n].exact)
        expect(page.locator("#panel .place")).to_have_text(f"{n + 1} of 3")
    expect(page.locator("#panel [data-go='1']")).to_be_disabled()


def test_back_and_forward(open_page: Pages) -> None:
    page = open_page(path="/?__theme=dark")
    ask(page, "ferry pump?")
    cited = quotes("ferry pump?")
    for n in (0, 1):
        page.locator(".quote a.cite").nth(n).click()
        wait_for_mark(page, cited[n].exact)
    assert "__theme=dark" in page.url
    page.go_back()
    wait_for_mark(page, cited[0].exact)
    page.go_back()
    expect(page.locator("#article")).to_be_hidden()
    page.go_forward()
    wait_for_mark(page, cited[0].exact)
    expect(page.locator("#thread .turn")).to_have_count(1)


def test_permalink_opens_the_article_for_anybody(open_page: Pages) -> None:
    cited = quotes("ferry pump?")[1]
    page = open_page(path=f"/?cite={cited.id}")
    wait_for_mark(page, cited.exact)
    assert text(page, "#panel h2") == cited.title
    expect(page.locator("#panel .meta")).to_contain_text("Northern Wire")
    expect(page.locator("#panel .proof")).to_contain_text(cited.article_id)


@pytest.mark.parametrize(
    "reference",
    [
        "nonsense",
        "0000000000.1-2.000000000000",
        "1af725a011.9-2.306af3d6f3a7",
        "%3Cimg%20src%3Dx%20onerror%3Dwindow.__pwn%3D1%3E",
        "..%2F..%2Fetc%2Fpasswd",
        "x" * 5000,
    ],
)
def test_a_reference_to_nothing_says_so(open_page: Pages, reference: str) -> None:
    page = open_page(path=f"/?cite={reference}")
    expect(page.locator("#panel [role=alert]")).to_be_visible()
    assert page.locator("#quoted").count() == 0
    assert page.evaluate("Object.keys(window).filter(k => k.startsWith('__pwn'))") == []


def test_on_a_phone_the_article_is_a_sheet(open_page: Pages) -> None:
    page = open_page(390)
    ask(page, "ferry pump?")
    expect(page.locator("#article")).to_be_hidden()
    page.locator(".quote a.cite").first.tap()
    expect(page.locator("#article")).to_be_visible()
    wait_for_mark(page, quotes("ferry pump?")[0].exact)
    page.locator("#panel [data-go='1']").tap()
    expect(page.locator("#panel .place")).to_have_text("2 of 3")
    page.locator("#panel [data-close]").tap()
    expect(page.locator("#article")).to_be_hidden()


def test_why_this_passage(open_page: Pages) -> None:
    page = open_page()
    ask(page, "ferry pump?")
    why = page.locator("details.why").first
    expect(why.locator("dl")).to_be_hidden()
    why.locator("summary").click()
    expect(why.locator("dl")).to_contain_text("pump")
    expect(why.locator("dl")).to_contain_text("Guaydo → Guaidó")
    ask(page, "Where is Atlantis?")
    expect(why.locator("dl")).to_be_visible()
