"""What `pincite verify` found, for people."""

from rich.console import Console
from rich.text import Text

from ui.audit import Audit, Problem, ProblemStatus
from ui.counted import counted
from ui.printable import printable
from ui.terminal import block

_SAYS: dict[ProblemStatus, str] = {
    "verified": "verified",
    "moved": "the quote stands elsewhere in its article than the citation says",
    "source_changed": "the article has changed and no longer holds the quote",
    "not_found": "the article is not in the index, or never said this",
    "described_otherwise": "the article or a copy of it shows another title, source, date or place",
    "not_its_citation": "the statement is not made of the words that it cites",
    "not_supported": "written by a language model, and not borne out by the quotes it names",
}


def print_audit(console: Console, audit: Audit) -> None:
    """Every problem with its place, then the count."""
    for problem in audit.problems:
        _print_problem(console, problem)
    checked = f"{counted(audit.replies, 'reply', 'replies')} with "
    checked += counted(audit.citations, "citation", "citations")
    if audit.problems:
        said = f"{checked}: {audit.verified:,} verified, "
        said += f"{counted(len(audit.problems), 'problem', 'problems')}."
        block(console, Text(said, "red"))
    elif audit.citations:
        block(console, Text(f"{checked}, every one verified.", "green"))
    else:
        block(console, Text(f"{checked}, so there is nothing to verify."))
    if audit.written:
        _print_written(console, audit)


def _print_written(console: Console, audit: Audit) -> None:
    out = sum(problem.status == "not_supported" for problem in audit.problems)
    said = f"{counted(audit.written, 'statement', 'statements')} written by a language model: "
    said += f"{audit.written - out:,} passed the rules on verified quotes, which is no proof; "
    block(console, Text(f"{said}{out:,} cannot be vouched for."))


def _print_problem(console: Console, problem: Problem) -> None:
    block(console, Text(f"{printable(problem.where)}: {_SAYS[problem.status]}", "red"))
    block(console, Text(printable(problem.text)), "    ", "    ")
    if problem.reason:
        block(console, Text(printable(problem.reason), "dim"), "    ", "    ")
    if problem.article_id is not None:
        place = f"{printable(problem.article_id)}, characters {problem.start}-{problem.end}"
        block(console, Text(place, "dim"), "    ", "    ")
    block(console, Text(f"Asked: {printable(problem.question)}", "dim"), "    ", "    ")
    console.print()
