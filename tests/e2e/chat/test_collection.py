"""The articles: listed, searched, opened, dated, added while others ask, and removed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.chat.conftest import Pages
from tests.e2e.chat.served import Served
from tests.e2e.chat.steps import ARTICLES, ask, no_sideways_scrolling
from tests.e2e.chat.test_everyone import violations

Own = Callable[[], tuple[Served, Pages]]


def collection(page: Page) -> Page:
    page.get_by_role("tab", name="Collection").click()
    expect(page.locator("#collection-list .shown")).to_have_text(f"{len(ARTICLES)} articles shown")
    return page


def search(page: Page, words: str) -> None:
    page.locator("#collection-search input").fill(words)


def add(page: Page, *files: Path) -> None:
    page.locator("[data-files]").set_input_files([str(file) for file in files])


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_every_article_is_listed_and_opens_whole(open_page: Pages, width: int) -> None:
    page = collection(open_page(width))
    for key in ("hostile.txt", "arabic.txt", "endless.txt"):
        article = ARTICLES[key]
        search(page, key)
        row = page.locator("#collection-list tbody tr")
        expect(row).to_have_count(1)
        expect(row).to_contain_text(key)
        title = row.locator("a.cite").evaluate("e => e.textContent")
        assert article.title is not None
        assert article.title.startswith(title)
        row.locator("a.cite").click()
        page.wait_for_function(
            "t => document.querySelector('#panel .text')?.textContent === t", arg=article.text
        )
        page.locator("#panel [data-close]").click()
    assert no_sideways_scrolling(page)
    assert page.evaluate("Object.keys(window).filter(k => k.startsWith('__pwn'))") == []


def test_searching_within(open_page: Pages) -> None:
    page = collection(open_page())
    search(page, "pump nobody")
    expect(page.locator(".shown")).to_have_text("1 article shown")
    expect(page.locator("#collection-list .hit mark")).to_have_text("pump")
    search(page, "zebra xylophone")
    expect(page.locator("#collection-list .none")).to_have_text("No article matches.")
    search(page, "")
    expect(page.locator(".shown")).to_have_text(f"{len(ARTICLES)} articles shown")


def test_sorting_and_dates_by_the_keyboard(open_page: Pages) -> None:
    page = collection(open_page())
    page.locator("[data-sort=date]").press("Enter")
    expect(page.locator("th.date")).to_have_attribute("aria-sort", "ascending")
    expect(page.locator("[data-sort=date]")).to_be_focused()
    page.locator("[data-sort=date]").press("Enter")
    expect(page.locator("th.date")).to_have_attribute("aria-sort", "descending")
    expect(page.locator("tbody td.date").first).to_have_text("1 April 2024")
    page.locator("[data-when='2024-03']").press("Enter")
    expect(page.locator(".shown")).to_have_text("3 articles shown")
    expect(page.locator("[data-when='2024-03']")).to_be_focused()
    page.locator("[data-when='2024-03']").press("Enter")
    expect(page.locator(".shown")).to_have_text(f"{len(ARTICLES)} articles shown")
    page.locator("[data-when=undated]").press("Enter")
    undated = sum(article.published is None for article in ARTICLES.values())
    expect(page.locator(".shown")).to_contain_text(str(undated))


def test_the_bars_stand_on_nothing(open_page: Pages) -> None:
    page = collection(open_page())
    bars = page.locator(".bars span").evaluate_all("all => all.map(e => e.offsetHeight)")
    assert bars[0] == pytest.approx(3 * bars[1], abs=3)


def test_adding_while_others_ask(open_own: Own, tmp_path: Path) -> None:
    _, open_page = open_own()
    (tmp_path / "bridge.txt").write_text("The bridge opened on Monday. 300 people came.")
    (tmp_path / "odd.xlsx").write_bytes(b"PK")
    page, other = collection(open_page()), open_page()
    add(page, tmp_path / "bridge.txt", tmp_path / "odd.xlsx")
    expect(page.locator(".under-way")).to_be_visible()
    ask(other, "ferry pump?")
    expect(page.locator(".change .said")).to_have_text(
        f"1 added, 0 removed, {len(ARTICLES) + 1} in all."
    )
    expect(page.locator(".skipped li")).to_have_count(1)
    expect(page.locator(".skipped li")).to_contain_text("odd.xlsx")
    search(page, "bridge opened")
    expect(page.locator("#collection-list .file, #collection-list a.cite")).to_contain_text(
        ["bridge"]
    )
    ask(other, "ferry pump?")
    page.get_by_role("tab", name="Ask").click()
    expect(page.locator("#thread .size")).to_contain_text(f"{len(ARTICLES) + 1} articles")
    assert open_page.wrong == []


def test_a_folder_keeps_its_paths(open_own: Own, tmp_path: Path) -> None:
    _, open_page = open_own()
    (tmp_path / "News" / "May").mkdir(parents=True)
    (tmp_path / "News" / "May" / "one.txt").write_text("The first words of the month.")
    (tmp_path / "News" / ".hidden.txt").write_text("Not this one.")
    page = collection(open_page())
    page.locator("[data-folder]").set_input_files(str(tmp_path / "News"))
    expect(page.locator(".change .said")).to_contain_text("1 added")
    search(page, "first words of the month")
    expect(page.locator("#collection-list tbody")).to_contain_text("News/May/one.txt")


def test_dropping_files(open_own: Own) -> None:
    _, open_page = open_own()
    page = collection(open_page())
    dropped = page.evaluate_handle(
        "() => { const d = new DataTransfer(); "
        "d.items.add(new File(['Dropped words are here.'], 'dropped.txt')); return d; }"
    )
    page.dispatch_event("#collection-add .drop", "drop", {"dataTransfer": dropped})
    expect(page.locator(".change .said")).to_contain_text("1 added")


def test_removing_asks_first(open_own: Own) -> None:
    _, open_page = open_own()
    page = collection(open_page())
    search(page, "backlog.txt")
    expect(page.locator("tbody tr")).to_have_count(1)
    page.locator("[data-doubt]").press("Enter")
    expect(page.locator("[data-remove]")).to_be_focused()
    page.locator("[data-spare]").press("Enter")
    expect(page.locator("[data-doubt]")).to_be_focused()
    page.locator("[data-doubt]").press("Enter")
    page.locator("[data-remove]").press("Enter")
    expect(page.locator(".change .said")).to_have_text(
        f"0 added, 1 removed, {len(ARTICLES) - 1} in all."
    )
    expect(page.locator("#collection-list .none")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (390, "light")])
def test_axe_finds_nothing(open_page: Pages, width: int, scheme: str) -> None:
    page = collection(open_page(width, color_scheme=scheme, bypass_csp=True))
    assert violations(page) == []
    search(page, "pump")
    expect(page.locator(".hit mark").first).to_be_visible()
    page.locator("[data-doubt]").first.click()
    assert violations(page) == []
