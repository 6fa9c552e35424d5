"""Words as the rules compare them: without accents, case, possessive and most endings."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from index.romanised import plain_letters
from index.words import normal
from rag.english import classify
from rag.quote_tokens import Token, tokens
from rag.stopwords import STOPWORDS
from rag.writer.check.irregular import BASE

# Two words that share their first letters, and differ only in endings this short, are one.
_SHARED = 4
_ENDING = 3
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands, and the form in which it is compared."""

    raw: str
    form: str
    opens: bool

    @property
    def is_content(self) -> bool:
        """Whether it says something by itself."""
        return self.form not in STOPWORDS and classify(self.raw.lower())[0].kind in ("noun", "verb")


def words(text: str) -> list[Word]:
    """The words and numbers in order; `opens` is true for the first of a sentence."""
    found: list[Word] = []
    opens = True
    for token in tokens(_DOTTED.sub(lambda match: match.group().replace(".", ""), text)):
        if token.is_word:
            found.append(Word(token.raw, form(token), opens))
            opens = False
        elif token.raw in ".!?:":
            opens = True
    return found


def form(token: Token) -> str:
    """One word for comparing."""
    return plain_letters(normal(token.plain)) or token.folded


def same(one: str, other: str) -> bool:
    """Whether two forms are one word in two inflections: carry and carried, soldier and soldiers.

    A rule of thumb that errs towards yes; names are not compared by it.
    """
    one, other = BASE.get(one, one), BASE.get(other, other)
    if one == other:
        return True
    if one.isdigit() or other.isdigit():
        return False
    if one in (other + "s", other + "es") or other in (one + "s", one + "es"):
        return True
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= _SHARED and max(len(one), len(other)) - shared <= _ENDING


def stands(word: str, among: Iterable[str]) -> bool:
    """Whether the form is one of these words."""
    return any(same(word, other) for other in among)
