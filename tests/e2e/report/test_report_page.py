"""The report in a real browser, opened as the file that it is."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from eval.datasets import made
from eval.report.page import page as report
from eval.run import Provenance, scored_run
from eval.schema import Evidence, Place, Question, Record
from eval.score import score
from index.schema import Article, Passage, Span
from rag.schema import Answer, Citation, NotFound, Reply, Searched, Seconds, Statement

CHROME = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
HOSTILE = "</script><img src=x onerror=alert(1)>${6*7} \u202eright to left\u202c stands here."
WIDTHS = pytest.mark.parametrize("width", [1280, 390, 320])


def article() -> Article:
    return Article("a", HOSTILE, hashlib.sha256(HOSTILE.encode()).hexdigest(), title=HOSTILE)


def reply(question: Question, quoted: bool, confidence: float) -> Reply:
    head = ("r", question.question, question.question)
    if not quoted:
        none = ("Nothing answers this.", (), (), Searched(1, 1), confidence, Seconds(0, 0))
        return NotFound(*head, *none)
    sha256 = article().sha256
    place = ("a", HOSTILE, None, None, None, sha256, 0, len(HOSTILE), HOSTILE)
    quote = Citation(1, "id", *place, "", "", "verified")
    statements = (Statement(HOSTILE, (1,)),)
    return Answer(*head, statements, (quote,), (), confidence, Seconds(0, 0))


def html() -> str:
    span = Span(0, len(HOSTILE))
    questions = [
        Question(f"q{n}", f"Question {n}? {HOSTILE if n == 0 else ''}", n % 3 > 0,
                 evidence=(Evidence("a", (span,)),) if n % 3 else (), types=(f"kind{n % 2}",))
        for n in range(130)
    ]  # fmt: skip
    dataset = made(HOSTILE, {"a": article()}, questions)
    ranked = (Place("a", *span),)
    records = [
        Record(q.qid, reply(q, n % 4 > 0, n / 130), ranked, ranked) for n, q in enumerate(questions)
    ]
    passages = [Passage("a", *span, HOSTILE, (span,))]
    outcomes = score(dataset, records, passages, read=5)
    of = Provenance("pincite", HOSTILE, dataset.sha256, 130, None, False)
    run = scored_run(dataset, outcomes, of, halves=False)
    return report(run, dataset.articles, {"q1": Seconds(0.1, 0.2)})


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(html(), encoding="utf-8")
    return path


@pytest.fixture
def page(file: Path) -> Iterator[Page]:
    if not shutil.which(CHROME):
        pytest.skip(f"no Chromium at {CHROME}")
    wrong: list[str] = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROME, args=["--headless", "--no-sandbox"])
        opened = browser.new_page()
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.on("console", lambda message: wrong.append(message.text))
        opened.on("dialog", lambda dialog: wrong.append(dialog.message))
        opened.on("request", lambda request: wrong.append(request.url))
        opened.goto(file.as_uri())
        wrong.remove(file.as_uri())
        yield opened
        browser.close()
    assert wrong == []


def test_questions_are_filtered_and_sorted(page: Page) -> None:
    rows = page.locator("#rows > li")
    expect(rows).to_have_count(100)
    page.locator("#more").click()
    expect(rows).to_have_count(130)
    page.locator("#stage").select_option("false answer")
    told = page.locator("#count").inner_text()
    assert told == f"{rows.count()} of 130 questions"
    assert 0 < rows.count() < 130
    page.locator("#stage").select_option("")
    page.locator("#kind").select_option("kind1")
    expect(page.locator("#count")).to_have_text("65 of 130 questions")
    page.locator("#find").fill("question 129")
    expect(rows).to_have_count(1)
    page.locator("#find").fill("")
    page.locator("#kind").select_option("")
    page.locator("[data-sort=c]").click()
    expect(rows.first).to_contain_text("0.99")
    page.locator("[data-sort=c]").click()
    expect(rows.first).to_contain_text("0.00")


def test_a_stage_of_the_legend_lists_its_questions(page: Page) -> None:
    button = page.locator("[data-stage='wrongly silent']")
    count = button.locator("b").inner_text()
    button.click()
    expect(page.locator("#count")).to_have_text(f"{count} of 130 questions")


def test_a_question_opens_and_closes_and_hostile_text_is_text(page: Page) -> None:
    page.locator("#find").fill("question 1?")
    asked = page.locator(".asked").first
    asked.click()
    expect(asked).to_have_attribute("aria-expanded", "true")
    gold = page.locator(".opened blockquote.right").first
    words = gold.evaluate("element => element.firstChild.textContent")
    assert words == HOSTILE
    assert page.locator("img").count() == 0
    asked.click()
    expect(page.locator(".opened")).to_have_count(0)


@WIDTHS
def test_nothing_sticks_out(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.locator(".asked").nth(1).click()
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width
