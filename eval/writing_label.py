"""A statement that a person judged."""

from dataclasses import dataclass

from rag.schema import Statement


@dataclass(frozen=True, slots=True)
class Label:
    """A statement, the quotes that were given (with their titles), and whether they support it.

    A person read both. `supported` means that each thing said stands in the quotes that are named.
    """

    qid: str
    model: str
    statement: Statement
    quotes: tuple[tuple[str | None, str], ...]
    supported: bool
