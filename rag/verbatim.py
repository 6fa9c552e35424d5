"""Every place where a quote stands word for word."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from unicodedata import category, normalize

from index.schema import Span
from rag.quote_tokens import APOSTROPHES, DASHES, INVISIBLE, QUOTES, Token

_GAP = rf"[\s{INVISIBLE}]"
_ALTERNATIVES = {
    '"': f"[{QUOTES}]",
    "'": f"[{APOSTROPHES}]",
    # A row of dashes or full stops is one token, taken whole: tried in parts, a row of a hundred
    # and a quote with six of them took hours.
    "-": f"(?:(?<!-)-++|[{DASHES.replace('-', '')}])",
    "...": r"(?:(?<!\.)\.{3,}+|…)",
}


def pattern(quote: Sequence[Token]) -> re.Pattern[str]:
    """What matches exactly the texts whose tokens equal `quote`, at any white space."""
    pieces = [_token_pattern(quote[0])]
    for before, token in pairwise(quote):
        pieces.append(_GAP + ("+" if before.is_word and token.is_word else "*"))
        pieces.append(_token_pattern(token))
    return re.compile("".join(pieces))


def find(compiled: re.Pattern[str], text: str) -> Iterator[Span]:
    """Spans of `text` that match and do not begin or end inside a word or number."""
    position = 0
    while match := compiled.search(text, position):
        start, end = match.span()
        if _is_whole(text, start, end):
            yield Span(start, end)
            position = end
        else:
            position = start + 1


def _token_pattern(token: Token) -> str:
    if token.plain in _ALTERNATIVES:
        return _ALTERNATIVES[token.plain]
    made = "".join(map(_letter_pattern, token.plain))
    # Some letters of Hindi and Hebrew are compared in two parts, and may yet stand in one.
    parted = not token.raw.isascii() and len(token.plain) > len(token.raw)
    return f"(?:{made}|{re.escape(token.raw)})" if parted else made


def _letter_pattern(letter: str) -> str:
    """A letter with its accent in one or apart, as files of another system or a PDF have it."""
    if letter == "'":
        return f"[{APOSTROPHES}]"
    apart = letter if letter.isascii() else normalize("NFD", letter)
    return re.escape(letter) if apart == letter else f"(?:{letter}|{apart})"


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (
        _joins(text[start - 2 : start] if start > 1 else text[:start], text[start : start + 2])
        or _joins(text[max(start, end - 2) : end], text[end : end + 2])
    )


def _joins(before: str, after: str) -> bool:
    """Whether a word or a number runs across the border between `before` and `after`."""
    if not before or not after:
        return False
    if before[-1].isalnum() and (after[0].isalnum() or category(after[0]).startswith("M")):
        return True
    if len(after) == 2 and before[-1].isdigit() and after[0] in ".,:" and after[1].isdigit():
        return True
    return len(before) == 2 and before[0].isdigit() and before[1] in ".,:" and after[0].isdigit()
