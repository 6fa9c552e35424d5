"""A reply on the terminal: the quote, then where it stands."""

from rich.console import Console
from rich.text import Text

from rag.schema import Answer, Citation, Near, NotFound, Reply
from rag.wording import wording
from ui.counted import counted
from ui.pretty_written import print_written
from ui.printable import printable
from ui.terminal import block
from ui.where import described, located, shows_anything

INDENT = "    "
NEAREST = 3
"""Passages shown that came near; `--json` has all."""

NEAR_SHOWN = 200
"""Characters shown of a passage that only came near; its place says where the rest stands."""


def print_reply(console: Console, reply: Reply, struck: bool = False) -> None:
    """Print an answer with its citations, or "not found" with its proof.

    What a language model wrote stands above the quotes; `struck` shows what was struck out, too.
    """
    if reply.searched_as != reply.question:
        block(console, Text(f"Searched as: {printable(reply.searched_as)}", "italic dim"))
        console.print()
    if isinstance(reply, Answer):
        if reply.written:
            print_written(console, reply.written, struck)
        _print_answer(console, reply)
    else:
        _print_not_found(console, reply)


def _print_answer(console: Console, answer: Answer) -> None:
    cited = {citation.n: citation for citation in answer.citations}
    for statement in answer.statements:
        number = "".join(f"[{n}]" for n in statement.citations).ljust(len(INDENT))
        block(console, Text(printable(statement.text), "bold"), number, INDENT)
        for n in statement.citations:
            _print_place(console, cited[n])
        console.print()
    for disagreement in answer.disagreements:
        said = "; ".join(f"{printable(p.value)} [{p.citation}]" for p in disagreement.positions)
        about = printable(disagreement.about)
        block(console, Text(f"The articles differ on {about}: {said}", "yellow"), "", INDENT)
        console.print()
    took = answer.seconds.search + answer.seconds.select
    block(console, Text(f"Confidence {answer.confidence:.2f}, {took:.2f} s", "dim"))


def _print_place(console: Console, citation: Citation) -> None:
    block(console, Text(described(citation), "dim"), INDENT, INDENT)
    block(console, Text(located(citation), "dim"), INDENT, INDENT)
    if citation.url:
        block(console, Text(printable(citation.url), "dim"), INDENT, INDENT)
    if citation.why:
        for asked, stands in citation.why.folded:
            read = f"“{printable(asked)}” in the question was read as “{printable(stands)}”"
            block(console, Text(read, "dim"), INDENT, INDENT)
    for copy in citation.copies:
        also = f"Also in {described(copy)}: {located(copy)}"
        if copy.exact and wording(copy.exact) != wording(citation.exact):
            also += f", as “{printable(copy.exact)}”"
        block(console, Text(also, "dim"), INDENT, INDENT)


def _print_not_found(console: Console, reply: NotFound) -> None:
    block(console, Text.assemble(("Not found. ", "bold"), printable(reply.reason)))
    if reply.nearest:
        console.print()
        block(
            console, Text(f"What came nearest (an answer needs {reply.nearest[0].threshold:.2f}):")
        )
    for near in reply.nearest[:NEAREST]:
        _print_near(console, near)
    console.print()
    block(console, Text(_searched(reply), "dim"))


def _print_near(console: Console, near: Near) -> None:
    text = printable(near.text)
    shown = text if len(text) <= NEAR_SHOWN else text[:NEAR_SHOWN].rsplit(" ", 1)[0] + " …"
    block(console, Text(shown), _score(near.score).ljust(6), INDENT + "  ")
    place = f"{described(near)}: {located(near)}" if shows_anything(near) else located(near)
    block(console, Text(place, "dim"), INDENT + "  ", INDENT + "  ")


def _score(score: float) -> str:
    """Two decimals; what would round to nothing is "<.01", for nothing is never certain."""
    return f"{score:.2f}" if score >= 0.01 else "<.01"


def _searched(reply: NotFound) -> str:
    searched, filters = reply.searched, reply.searched.filters
    said = f"Searched {counted(searched.passages, 'passage', 'passages')} of "
    said += counted(searched.articles, "article", "articles")
    if filters.sources:
        said += " from " + " or ".join(printable(source) for source in filters.sources)
    if filters.since:
        said += f" since {filters.since}"
    if filters.until:
        said += f" until {filters.until}"
    took = reply.seconds.search + reply.seconds.select
    return f"{said}, {took:.2f} s"
