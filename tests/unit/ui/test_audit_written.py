from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from index.schema import Span
from rag.cite import cut
from rag.schema import Answer, Written, WrittenStatement
from tests.unit.ui.test_audit import ARTICLE, ARTICLES
from ui.audit import audit
from ui.pretty_audit import print_audit
from ui.saved_replies import Saved

RIGHT = WrittenStatement("99 soldiers were carried.", (1,))


@pytest.fixture
def faithful(answer: Answer) -> Answer:
    return replace(answer, citations=(cut(1, ARTICLE, Span(31, 56)),))


def wrote(reply: Answer, *statements: WrittenStatement) -> Saved:
    return Saved("line 1", replace(reply, written=Written(statements, "small", 2.0)))


def test_what_the_quotes_bear_out_passes(faithful: Answer) -> None:
    found = audit([wrote(faithful, RIGHT)], ARTICLES)
    assert (found.written, found.problems) == (1, ())


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        (WrittenStatement("98 soldiers were carried.", (1,)), "98 does not stand"),
        (WrittenStatement("99 soldiers were carried.", (2,)), "no quote [2]"),
        (WrittenStatement("99 soldiers were carried.", ()), "names no quote"),
    ],
)
def test_what_they_do_not_is_a_problem_though_the_reply_shows_it(
    faithful: Answer, statement: WrittenStatement, reason: str
) -> None:
    (problem,) = audit([wrote(faithful, statement)], ARTICLES).problems
    assert (problem.status, problem.text) == ("not_supported", statement.text)
    assert reason in str(problem.reason)


def test_what_rests_on_an_altered_quote_is_a_problem(faithful: Answer) -> None:
    altered = replace(faithful.citations[0], exact="They carried 98 soldiers.")
    forged = replace(faithful, citations=(altered,), statements=())
    found = audit(
        [wrote(forged, WrittenStatement("98 soldiers were carried.", (1,)))], ARTICLES
    ).problems
    assert [each.status for each in found] == ["source_changed", "not_supported"]
    assert found[1].reason == "quote [1], on which it rests, is not verified"


def test_what_is_struck_out_is_shown_to_nobody(faithful: Answer) -> None:
    struck = WrittenStatement("98 soldiers were carried.", (1,), "the number 98 does not stand")
    found = audit([wrote(faithful, struck)], ARTICLES)
    assert (found.written, found.problems) == (0, ())


def test_what_cannot_be_vouched_for_is_said(console: Console, faithful: Answer) -> None:
    wrong = WrittenStatement("98 soldiers were carried.", (1,))
    print_audit(console, audit([wrote(faithful, RIGHT, wrong)], ARTICLES))
    assert isinstance(console.file, StringIO)
    said = " ".join(console.file.getvalue().split())
    assert "not borne out by the quotes it names 98 soldiers were carried." in said
    assert "2 statements written by a language model: 1 passed the rules" in said
    assert said.endswith("1 cannot be vouched for.")
