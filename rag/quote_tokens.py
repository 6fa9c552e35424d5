"""Text cut into words, numbers and marks, with offsets: what counts as the same quote.

Two quotes are the same when their tokens are, after typographic quotation marks, apostrophes,
ellipses and dashes are made plain. White space and invisible characters never count.
"""

import re
import unicodedata
from typing import NamedTuple

QUOTES = '"“”„‟«»'
APOSTROPHES = "'’‘‚‛`´ʼ"
DASHES = "-‐‑‒–—―−"
INVISIBLE = "\u200b\u200c\u200d\u2060\u00ad\ufeff"

_PLAIN = str.maketrans(
    dict.fromkeys(QUOTES, '"') | dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(DASHES, "-")
)
_LETTERS = r"(?:[^\W_]|[\u0300-\u036f])+"
_TOKEN = re.compile(
    r"[0-9]+(?:[.,:][0-9]+)+[^\W_]*"
    rf"|{_LETTERS}(?:[{APOSTROPHES}]{_LETTERS})*"
    rf"|\.{{3,}}|-{{2,}}|[^\s{INVISIBLE}]"
)


class Token(NamedTuple):
    """`raw == text[start:end]`; `plain` is what is compared, `folded` also without case."""

    start: int
    end: int
    raw: str
    plain: str
    folded: str

    @property
    def is_word(self) -> bool:
        """A word or number, not a mark."""
        return self.raw[0].isalnum()


def plain(raw: str) -> str:
    """One token with typographic marks made plain and accents composed."""
    if raw.isascii():
        return "..." if raw.startswith("...") else "-" if raw.startswith("--") else raw
    text = unicodedata.normalize("NFC", raw).translate(_PLAIN)
    return "..." if text == "…" else text


def tokens(text: str, offset: int = 0) -> list[Token]:
    """All tokens of `text`, their offsets counted from `offset`."""
    found = []
    for match in _TOKEN.finditer(text):
        raw = match.group()
        made = plain(raw)
        found.append(
            Token(match.start() + offset, match.end() + offset, raw, made, made.casefold())
        )
    return found


def unquoted(quote: list[Token]) -> list[Token]:
    """Without the quotation marks around a pasted quote; single ones go only as a pair."""
    if len(quote) > 2 and quote[0].raw in APOSTROPHES and quote[-1].raw in APOSTROPHES:
        return quote[1:-1]
    first = int(bool(quote) and quote[0].raw in QUOTES)
    last = len(quote) - int(len(quote) > 1 and quote[-1].raw in QUOTES)
    return quote[first:last]
