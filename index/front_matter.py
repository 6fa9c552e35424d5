"""The `key: value` lines between two `---` that open many Markdown files."""

import re

from index.schema import Span

_BLOCK = re.compile(r"---[ \t]*\n(?P<lines>(?:[^\n]*\n){1,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_PAIR = re.compile(r"(?P<key>[A-Za-z_]+)[ \t]*:[ \t]+(?P<value>[^ \t].*)")


def front_matter(text: str) -> tuple[Span, dict[str, str]] | None:
    """Where the block stands and its pairs, keys in lower case, or None if there is none.

    Nested values and lists are passed over; a first line `---` without a pair below is a rule.
    """
    block = _BLOCK.match(text)
    if block is None:
        return None
    pairs = [_PAIR.fullmatch(line.rstrip()) for line in block["lines"].splitlines()]
    values = {pair["key"].lower(): _unquoted(pair["value"]) for pair in pairs if pair}
    return (Span(0, block.end()), values) if values else None


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1].strip() if quoted else value
