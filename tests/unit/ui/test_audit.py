from dataclasses import replace
from hashlib import sha256
from io import StringIO

import pytest
from rich.console import Console

from index.schema import Article, Span
from rag.cite import cut
from rag.schema import Answer, Citation, Copy, NotFound, Statement
from ui.audit import Audit, audit
from ui.pretty_audit import print_audit
from ui.saved_replies import Saved

TEXT = "On Saturday two planes landed. They carried 99 soldiers. They left."
ARTICLE = Article(
    "planes.txt", TEXT, sha256(TEXT.encode()).hexdigest(), "Two planes", "AP", None, "2019-03-25"
)
ARTICLES = {ARTICLE.id: ARTICLE}


@pytest.fixture
def faithful(answer: Answer) -> Answer:
    return replace(answer, citations=(cut(1, ARTICLE, Span(31, 56)),))


def statuses(reply: Answer) -> list[str]:
    return [problem.status for problem in audit([Saved("line 1", reply)], ARTICLES).problems]


def forged(reply: Answer, **changes: object) -> Answer:
    return replace(reply, citations=(replace(reply.citations[0], **changes),))  # type: ignore[arg-type]


def test_a_faithful_reply_passes(faithful: Answer, not_found: NotFound) -> None:
    saved = [Saved("line 1", faithful), Saved("line 2", not_found)]
    assert audit(saved, ARTICLES) == Audit(replies=2, citations=1, verified=1, problems=())


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"start": 32}, "moved"),
        ({"start": 31 - len(TEXT), "end": 56 - len(TEXT)}, "moved"),
        ({"article_id": "other.txt"}, "not_found"),
        ({"source": "Reuters"}, "described_otherwise"),
        ({"published": None}, "described_otherwise"),
        ({"author": "Ana Pérez"}, "described_otherwise"),
        ({"prefix": "They never landed. "}, "described_otherwise"),
    ],
)
def test_a_citation_that_does_not_hold_is_a_problem(
    faithful: Answer, changes: dict[str, object], status: str
) -> None:
    assert statuses(forged(faithful, **changes)) == [status]


COPY = Copy(
    "copy.txt", "Planes again", None, "2019", 5, 30, "They carried 99 soldiers.", "Ana Pérez"
)


def test_a_copy_that_is_named_stands_where_it_says(faithful: Answer) -> None:
    text = "Yes. They carried 99 soldiers."
    there = Article("copy.txt", text, "", "Planes again", None, None, "2019", "Ana Pérez")

    def verified(copy: Copy) -> bool:
        saved = Saved("line 1", forged(faithful, copies=(copy,)))
        return not audit([saved], {**ARTICLES, there.id: there}).problems

    assert verified(COPY)
    assert verified(replace(COPY, exact=None))
    for changed in (
        {"start": 4, "end": 29},
        {"exact": "They carried 98 soldiers."},
        {"end": 31},
        {"article_id": "other.txt"},
        {"published": None},
    ):
        assert not verified(replace(COPY, **changed))  # type: ignore[arg-type]


def test_altered_words_are_two_problems(faithful: Answer) -> None:
    altered = forged(faithful, exact="They carried 98 soldiers.")
    assert statuses(altered) == ["source_changed", "not_its_citation"]


@pytest.mark.parametrize(
    "statement",
    [
        Statement("They carried 100 soldiers.", (1,)),
        Statement("They carried 99 soldiers.", (2,)),
        Statement("They carried 99 soldiers.", ()),
    ],
)
def test_a_statement_must_be_made_of_what_it_cites(faithful: Answer, statement: Statement) -> None:
    assert statuses(replace(faithful, statements=(statement,))) == ["not_its_citation"]


def printed(console: Console, *saved: Saved) -> list[str]:
    assert isinstance(console.file, StringIO)
    print_audit(console, audit(saved, ARTICLES))
    return console.file.getvalue().splitlines()


def test_the_count_is_said(console: Console, faithful: Answer) -> None:
    said = printed(console, Saved("line 1", faithful))
    assert said == ["1 reply with 1 citation, every one verified."]


def test_nothing_to_verify_is_said(console: Console, not_found: NotFound) -> None:
    said = printed(console, Saved("line 1", not_found))
    assert " ".join(said) == "1 reply with no citations, so there is nothing to verify."


def test_every_problem_is_shown(console: Console, faithful: Answer, citation: Citation) -> None:
    altered = forged(faithful, exact="They carried 98 soldiers.", id=citation.id)
    lines = printed(console, Saved("line 1", altered))
    assert lines[0].startswith("line 1: the article has changed")
    assert "    planes.txt, characters 31-56" in lines
    assert lines[-1] == "1 reply with 1 citation: 0 verified, 2 problems."
