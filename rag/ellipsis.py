"""A quote with words left out ("…", "[...]"): its parts, and where they stand in order."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.schema import Span
from rag.differences import Difference
from rag.quote_tokens import Token
from rag.verbatim import find

FURTHEST = 2000
"""Most characters that an ellipsis may stand for."""


def parts(quote: Sequence[Token]) -> list[list[Token]]:
    """The runs between the ellipses that hold a word; brackets around an ellipsis go with it."""
    found: list[list[Token]] = [[]]
    for place, token in enumerate(quote):
        if token.plain == "...":
            found.append([])
        elif not _brackets_ellipsis(quote, place):
            found[-1].append(token)
    return [part for part in found if any(token.is_word for token in part)]


def in_order(
    pieces: Sequence[re.Pattern[str]], text: str
) -> Iterator[tuple[Span, tuple[Difference, ...]]]:
    """Stretches of `text` with all `pieces` in order, and what each ellipsis leaves out."""
    places = [list(find(piece, text)) for piece in pieces]
    for first in places[0]:
        chain = [first]
        for later in places[1:]:
            after = bisect_left(later, chain[-1].end, key=lambda span: span.start)
            if after == len(later) or later[after].start - chain[-1].end > FURTHEST:
                break
            chain.append(later[after])
        if len(chain) == len(pieces):
            gaps = pairwise(chain)
            left_out = (text[before.end : after.start].strip() for before, after in gaps)
            yield (
                Span(chain[0].start, chain[-1].end),
                tuple(Difference("insert", "…", words, "word") for words in left_out if words),
            )


def _brackets_ellipsis(quote: Sequence[Token], place: int) -> bool:
    raw = quote[place].raw
    opens = raw in "[(" and place + 1 < len(quote) and quote[place + 1].plain == "..."
    closes = raw in "])" and place > 0 and quote[place - 1].plain == "..."
    return opens or closes
