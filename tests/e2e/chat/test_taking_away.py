"""Copying, exporting, judging: what leaves the page can be checked."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from eval.judgements import quarantined
from rag.cite import check
from tests.e2e.chat.conftest import Pages
from tests.e2e.chat.served import Served
from tests.e2e.chat.steps import ARTICLES, ask, quotes
from ui.saved_replies import read_replies

CITED = quotes("ferry pump?")[0]


@pytest.fixture
def page(open_page: Pages) -> Page:
    opened = open_page(permissions=["clipboard-read", "clipboard-write"])
    ask(opened, "ferry pump?")
    return opened


def copied(page: Page, form: str) -> str:
    page.evaluate("navigator.clipboard.writeText('')")
    menu = page.locator(".quote details.menu").first
    menu.locator("summary").click()
    menu.locator(f"[data-copy={form}]").click()
    for _ in range(100):
        if held := page.evaluate("navigator.clipboard.readText()"):
            break
        page.wait_for_timeout(50)
    expect(page.locator("#toast")).to_have_text("Copied.")
    return str(held)


def test_copy_in_every_form(page: Page) -> None:
    plain = copied(page, "plain")
    assert CITED.exact in plain
    assert "Harbour Gazette" in plain
    assert CITED.id in plain
    assert copied(page, "markdown").startswith("> ")
    assert copied(page, "bibtex").startswith("@misc{")
    item = json.loads(copied(page, "csl"))[0]
    assert item["title"] == CITED.title
    assert item["issued"] == {"date-parts": [[2024, 3, 14]]}


def test_the_copied_link_leads_back(page: Page) -> None:
    link = copied(page, "link")
    page.goto(link)
    expect(page.locator("#quoted")).to_have_text(CITED.exact)


def exported(page: Page, form: str, folder: Path) -> Path:
    page.locator("#export summary").click()
    with page.expect_download() as download:
        page.locator(f"[data-export={form}]").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_exports_can_be_verified(page: Page, tmp_path: Path) -> None:
    ask(page, "Where is Atlantis?")
    replies = read_replies(exported(page, "json", tmp_path))
    assert [saved.reply.status for saved in replies] == ["answered", "not_found"]
    assert [check(c, ARTICLES) for c in replies[0].reply.citations] == ["verified"] * 3

    notes = exported(page, "markdown", tmp_path).read_text()
    assert "[^1]" in notes
    assert CITED.id in notes

    pack = exported(page, "html", tmp_path)
    assert page.context.browser is not None
    opened = page.context.browser.new_page()
    opened.goto(pack.as_uri())
    assert opened.locator("mark").all_text_contents() == [c.exact for c in quotes("ferry pump?")]
    held = [saved.reply.status for saved in read_replies(pack)]
    assert held == ["answered", "not_found"]
    opened.close()


def test_a_judgement_waits_in_quarantine(page: Page, served: Served) -> None:
    ask(page, "Were they late?")
    judging = page.locator("#turn-2 details.judge").first
    judging.locator("summary").click()
    judging.locator("textarea").fill("Right <page>, wrong pump.")
    judging.locator("[data-judge=down]").click()
    expect(page.locator("#toast")).to_contain_text("Kept for review")
    kept = quarantined(served.folder / "judgements.jsonl")[-1]
    assert (kept.verdict, kept.note) == ("down", "Right <page>, wrong pump.")
    assert (kept.question, kept.history) == ("Were they late?", ("ferry pump?",))
    assert (kept.citation, kept.exact) == (CITED.id, CITED.exact)
