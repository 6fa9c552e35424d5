"""What quotation marks (curly, straight, the `` '' of tokenised text) and brackets enclose."""

import re

from index.schema import Span

_MARK = re.compile(r"``|''|[\"“”„«»]")
_OPENING = {"“", "„", "«", "``"}

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def brackets(text: str) -> list[Span]:
    """Stretches in brackets that hold no further ones, disjoint and in order."""
    return [Span(*found.span()) for found in _BRACKETS.finditer(text)]


def quotations(text: str) -> list[Span]:
    """Quoted stretches with their marks, disjoint and in order; a mark without a partner is none.

    A straight mark closes what is open and opens otherwise. An opening mark while another is open
    replaces it: the first was never closed.
    """
    found: list[Span] = []
    opened: int | None = None
    for mark in _MARK.finditer(text):
        opens = mark[0] in _OPENING or (mark[0] == '"' and opened is None)
        if opens:
            opened = mark.start()
        elif opened is not None:
            found.append(Span(opened, mark.end()))
            opened = None
    return found
