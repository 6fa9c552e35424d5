"""A small world: three articles, five questions, and replies made by hand."""

import hashlib
from collections.abc import Callable

import pytest

from eval.datasets import made
from eval.schema import Dataset, Evidence, Place, Question, Record
from index.schema import Article, Passage, Span
from rag.schema import Answer, Citation, NotFound, Reply, Searched, Seconds, Statement

TEXTS = {
    "planes": "Two planes landed in Caracas. They carried 99 soldiers. Nobody said why.",
    "gold": "The bank sold gold. Eight tons of gold left the bank. Prices fell.",
    "copy": "A wire report: they carried 99 soldiers. It was a Saturday.",
}
SOLDIERS = Span(30, 55)
COPIED = Span(15, 40)
TONS = Span(20, 53)

Cite = Callable[..., Citation]
Reply_of = Callable[..., Reply]


def article(key: str) -> Article:
    text = TEXTS[key]
    return Article(key, text, hashlib.sha256(text.encode()).hexdigest(), title=key, source=key[:4])


@pytest.fixture
def articles() -> dict[str, Article]:
    return {key: article(key) for key in TEXTS}


@pytest.fixture
def questions() -> tuple[Question, ...]:
    soldiers = (Evidence("planes", (SOLDIERS,)), Evidence("copy", (COPIED,)))
    tons = Evidence("gold", (TONS,), fact="Eight tons of gold left the bank.")
    return (
        Question("q1", "How many soldiers?", True, ("99",), soldiers, "any", types=("figure",)),
        Question("q2", "How much gold?", True, ("Eight tons",), (tons,)),
        Question("q3", "What did planes and bank carry?", True, (), (soldiers[0], tons), "all"),
        Question("q4", "How many pilots?", False),
        Question(
            "q5",
            "And how many were there?",
            True,
            ("99",),
            soldiers,
            "any",
            history=("How many soldiers?",),
        ),
    )


@pytest.fixture
def dataset(articles: dict[str, Article], questions: tuple[Question, ...]) -> Dataset:
    return made("small", articles, questions)


@pytest.fixture
def passages(articles: dict[str, Article]) -> list[Passage]:
    found = []
    for each in articles.values():
        start = 0
        for part in each.text.split(". "):
            end = min(start + len(part) + 1, len(each.text))
            span = Span(start, end)
            found.append(Passage(each.id, start, end, each.text[start:end], (span,)))
            start = end + 1
    return found


@pytest.fixture
def cite(articles: dict[str, Article]) -> Cite:
    def made_citation(key: str, span: Span, n: int = 1) -> Citation:
        found = articles[key]
        exact = found.text[span.start : span.end]
        shown = (found.title, found.source, None, None, found.sha256)
        return Citation(n, f"id{n}", key, *shown, *span, exact, "", "", "verified")

    return made_citation


@pytest.fixture
def reply() -> Reply_of:
    def made_reply(*citations: Citation, confidence: float = 0.9) -> Reply:
        if not citations:
            nothing = ("r", "q", "q", "Nothing answers this.", (), (), Searched(3, 9))
            return NotFound(*nothing, confidence, Seconds(0.0, 0.0))
        statements = tuple(Statement(c.exact, (c.n,)) for c in citations)
        return Answer("r", "q", "q", statements, citations, (), confidence, Seconds(0.0, 0.0))

    return made_reply


def place(key: str, span: Span) -> Place:
    return Place(key, *span)


@pytest.fixture
def records(cite: Cite, reply: Reply_of) -> list[Record]:
    right = place("planes", SOLDIERS)
    other = place("planes", Span(0, 29))
    gold = place("gold", TONS)
    shown = cite("planes", SOLDIERS)
    wrong = cite("gold", Span(0, 19))
    return [
        Record("q1", reply(shown), (right, other), (other, right), (shown,)),
        Record("q2", reply(wrong, confidence=0.6), (gold, right), (gold,), (wrong,)),
        Record("q3", reply(confidence=0.2), (other, right, gold), (other, gold), (shown,)),
        Record("q4", reply(confidence=0.1), (other,), (other,), (wrong,)),
        Record("q5", reply(confidence=0.3), (other,), (other,), (wrong,)),
    ]
