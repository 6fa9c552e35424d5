"""What the language model wrote, read strictly: what is not of the agreed form is dropped."""

import json
from dataclasses import dataclass
from typing import Any

from rag.writer.errors import WriterError

LONGEST = 600
"""Characters of a statement."""

MOST = 20
"""Statements of a reply; more are dropped as malformed."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement as it was written, and the numbers of the quotes it names, each once."""

    text: str
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Drafts:
    """The statements in order, and how many were dropped for their form."""

    statements: tuple[Draft, ...]
    malformed: int


def parse(content: str) -> Drafts:
    """Read a whole reply.

    Raises:
        WriterError: it is not the JSON that was agreed on.
    """
    try:
        read: Any = json.loads(content)
    except (ValueError, RecursionError):
        raise WriterError("The language model did not write the JSON that was asked for.") from None
    found = read.get("statements") if isinstance(read, dict) else None
    if not isinstance(found, list):
        raise WriterError("The language model wrote JSON without a list of statements.")
    drafts = [draft for each in found[:MOST] if (draft := _draft(each))]
    return Drafts(tuple(drafts), len(found) - len(drafts))


def _draft(record: Any) -> Draft | None:
    if not isinstance(record, dict) or set(record) != {"text", "quotes"}:
        return None
    text, quotes = record["text"], record["quotes"]
    if not isinstance(text, str) or not isinstance(quotes, list):
        return None
    text = " ".join(text.split())
    # In Python true is an int, too.
    if not all(type(n) is int for n in quotes) or not 0 < len(text) <= LONGEST:
        return None
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        return None
    return Draft(text, tuple(dict.fromkeys(quotes)))
