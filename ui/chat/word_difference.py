"""A pasted quote and the article's words, side by side, with what differs marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from rag.align import align
from rag.quote_tokens import Token, tokens, unquoted


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one of the two texts."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """The pieces of each text, joined they are the text itself."""

    asked: tuple[Piece, ...]
    stands: tuple[Piece, ...]


def compared(asked: str, stands: str) -> Compared:
    """Word by word; a difference in the shape of quotation marks is one too."""
    quote, text = unquoted(tokens(asked)), tokens(stands)
    if not quote or not text:
        return Compared((Piece(asked, True),), (Piece(stands, True),))
    pairs = align(quote, text).pairs
    same = [(a, s) for a, s in pairs if a is not None and s is not None and a.raw == s.raw]
    begin, end = quote[0].start, quote[-1].end
    return Compared(
        _pieces(asked[begin:end], begin, [pair[0] for pair in same]),
        _pieces(stands, 0, [pair[1] for pair in same]),
    )


def _pieces(text: str, begin: int, same: Sequence[Token]) -> tuple[Piece, ...]:
    """Cut where agreement begins and ends; white space goes with the agreement around it."""
    pieces: list[Piece] = []
    at = 0
    for token in same:
        start, end = token.start - begin, token.end - begin
        pieces += _between(text[at:start])
        pieces.append(Piece(text[start:end], False))
        at = end
    return _merged([*pieces, *_between(text[at:])])


def _between(text: str) -> tuple[Piece, ...]:
    words = text.strip()
    before = len(text) - len(text.lstrip())
    after = before + len(words)
    return Piece(text[:before], False), Piece(words, bool(words)), Piece(text[after:], False)


def _merged(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    merged: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if merged and merged[-1].differs == piece.differs:
            merged[-1] = Piece(merged[-1].text + piece.text, piece.differs)
        else:
            merged.append(piece)
    return tuple(merged)
