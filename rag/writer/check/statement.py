"""One statement held against the quotes that it names: every rule, the gravest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rag.schema import Citation
from rag.writer.check.assertion import assertion_fault
from rag.writer.check.coverage import coverage_fault
from rag.writer.check.dates import date_fault
from rag.writer.check.names import name_fault
from rag.writer.check.negation import negation_fault
from rag.writer.check.number_fault import number_fault
from rag.writer.check.opposites import opposite_fault
from rag.writer.check.order import order_fault

Kind = Literal["quotes", "form", "number", "date", "name", "order", "negation", "opposite", "words"]


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a statement is struck out: the rule, and the reason for a person."""

    kind: Kind
    reason: str


def fault(text: str, named: Sequence[int], quotes: Sequence[Citation]) -> Fault | None:
    """The first rule that the statement breaks, or None.

    The quotes are the ones cut from the articles, found by their number: nothing that the model
    typed as a quote is ever used.
    """
    by_number = {quote.n: quote for quote in quotes}
    if not named:
        return Fault("quotes", "it names no quote")
    for number in named:
        if number not in by_number:
            return Fault("quotes", f"there is no quote [{number}]")
    chosen = [by_number[number] for number in named]
    there = "\n".join(quote.exact for quote in chosen)
    titles = "\n".join(quote.title or "" for quote in chosen)
    found: tuple[tuple[Kind, str | None], ...] = (
        ("form", assertion_fault(text, there)),
        ("date", date_fault(text, there)),
        ("number", number_fault(text, there)),
        ("name", name_fault(text, there, titles)),
        ("order", order_fault(text, there)),
        ("negation", negation_fault(text, there)),
        ("opposite", opposite_fault(text, there)),
        ("words", coverage_fault(text, there)),
    )
    return next((Fault(kind, reason) for kind, reason in found if reason), None)
