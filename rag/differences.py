"""What an altered quote says otherwise than the article, word by word."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from rag.quote_tokens import Token

Kind = Literal["number", "name", "negation", "word", "punctuation"]

_NEGATIONS = "not no never none nobody nothing nowhere neither nor cannot without hardly barely non"
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion trillion dozen half double percent first second third"
)
_NUMBER_MARKS = frozenset("%‰$€£¥°")
_NEGATION_WORDS = frozenset(_NEGATIONS.split())
_NUMBER_WORDS = frozenset(_NUMBERS.split())


@dataclass(frozen=True, slots=True)
class Difference:
    """One change from what was asked to what stands in the article; "" where nothing does."""

    op: Literal["replace", "delete", "insert"]
    asked: str
    stands: str
    kind: Kind


def differences(pairs: Iterable[tuple[Token | None, Token | None]]) -> tuple[Difference, ...]:
    """Every pair whose tokens are not the same to the letter, in reading order."""
    found = []
    starts_sentence = True
    for asked, stands in pairs:
        if (asked.raw if asked else "") != (stands.raw if stands else ""):
            found.append(_difference(asked, stands, starts_sentence))
        token = stands or asked
        if token is not None:
            starts_sentence = token.raw in ".!?" or (starts_sentence and not token.is_word)
    return tuple(found)


def _difference(asked: Token | None, stands: Token | None, starts_sentence: bool) -> Difference:
    op: Literal["replace", "delete", "insert"] = "replace"
    if asked is None or stands is None:
        op = "insert" if asked is None else "delete"
    here = tuple(token for token in (asked, stands) if token is not None)
    return Difference(
        op,
        asked.raw if asked else "",
        stands.raw if stands else "",
        _kind(here, starts_sentence),
    )


def _kind(tokens: tuple[Token, ...], starts_sentence: bool) -> Kind:
    """The gravest of: number, negation, name, word, mark; the same in another shape is a mark."""
    if len({token.plain for token in tokens}) < len(tokens):
        return "punctuation"
    if any(map(_is_number, tokens)):
        return "number"
    if not any(token.is_word for token in tokens):
        return "punctuation"
    if len({token.folded for token in tokens}) < len(tokens):
        return "word"
    if sum(map(_is_negation, tokens)) == 1:
        return "negation"
    if not starts_sentence and any(token.raw[0].isupper() for token in tokens):
        return "name"
    return "word"


def _is_number(token: Token) -> bool:
    return (
        any(letter.isdigit() for letter in token.raw)
        or token.folded in _NUMBER_WORDS
        or token.raw in _NUMBER_MARKS
    )


def _is_negation(token: Token) -> bool:
    return token.folded in _NEGATION_WORDS or token.folded.endswith("n't")
