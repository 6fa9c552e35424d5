from dataclasses import replace
from io import StringIO

from rich.console import Console

from rag.schema import Answer, Citation, CitationStatus, NotFound, Statement
from ui.audit import Audit, audit
from ui.pretty_audit import print_audit
from ui.saved_replies import Saved


def verified(citation: Citation) -> CitationStatus:
    return "verified"


def test_a_faithful_reply_passes(answer: Answer, not_found: NotFound) -> None:
    saved = [Saved("line 1", answer), Saved("line 2", not_found)]
    assert audit(saved, verified) == Audit(replies=2, citations=1, verified=1, problems=())


def test_a_citation_that_does_not_hold_is_a_problem(answer: Answer) -> None:
    found = audit([Saved("line 1", answer)], lambda citation: "moved")
    assert (found.citations, found.verified) == (1, 0)
    problem = found.problems[0]
    assert (problem.where, problem.status, problem.start) == ("line 1", "moved", 10)


def test_a_statement_must_be_made_of_what_it_cites(answer: Answer) -> None:
    for statement in (
        Statement("They carried 100 soldiers.", (1,)),
        Statement("They carried 99 soldiers.", (2,)),
        Statement("They carried 99 soldiers.", ()),
    ):
        forged = replace(answer, statements=(statement,))
        found = audit([Saved("line 1", forged)], verified)
        assert [problem.status for problem in found.problems] == ["not_its_citation"]


def test_the_count_is_said(console: Console, answer: Answer) -> None:
    assert isinstance(console.file, StringIO)
    print_audit(console, audit([Saved("line 1", answer)], verified))
    assert console.file.getvalue() == "1 reply with 1 citation, every one verified.\n"


def test_every_problem_is_shown(console: Console, answer: Answer) -> None:
    assert isinstance(console.file, StringIO)
    print_audit(console, audit([Saved("line 1", answer)], lambda citation: "source_changed"))
    lines = console.file.getvalue().splitlines()
    assert lines[0].startswith("line 1: the article has changed")
    assert "    planes.txt, characters 10-33" in lines
    assert lines[-1] == "1 reply with 1 citation: 0 verified, 1 problem."


def test_nothing_to_verify_is_said(console: Console, not_found: NotFound) -> None:
    assert isinstance(console.file, StringIO)
    print_audit(console, audit([Saved("line 1", not_found)], verified))
    assert console.file.getvalue().startswith("1 reply with no citations, so there is nothing")
