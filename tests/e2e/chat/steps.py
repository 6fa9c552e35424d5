"""What a reader does, in the words of a test."""

from playwright.sync_api import Page, expect

from index.schema import Article
from rag.schema import Citation
from tests.e2e.chat.fake_articles import articles
from tests.e2e.chat.fake_engine import FakeEngine

ARTICLES: dict[str, Article] = articles()
ENGINE = FakeEngine(ARTICLES)


def quotes(question: str) -> tuple[Citation, ...]:
    """What the fake engine cites."""
    return ENGINE.ask(question).citations


def ask(page: Page, question: str) -> None:
    """Ask, and wait for the whole answer."""
    before = page.locator("#thread .turn").count()
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")
    expect(page.locator("#thread .turn")).to_have_count(before + 1)
    expect(page.locator("#live .turn")).to_have_count(0)


def text(page: Page, selector: str) -> str:
    found: str = page.evaluate("s => document.querySelector(s).textContent", selector)
    return found


def wait_for_mark(page: Page, exact: str) -> None:
    """Until the panel shows the words, marked and focused."""
    page.wait_for_function(
        "t => document.activeElement.id === 'quoted' && "
        "document.activeElement.textContent === t && !document.querySelector('[aria-busy=true]')",
        arg=exact,
    )


def no_sideways_scrolling(page: Page) -> bool:
    fits: bool = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return fits
