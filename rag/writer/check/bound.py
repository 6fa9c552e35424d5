"""What a number belongs to: its unit, what it counts, and the word before it that it completes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.english import classify
from rag.noun_phrases import is_generic
from rag.stopwords import STOPWORDS
from rag.writer.check.units import CURRENCIES, UNITS
from rag.writer.check.words import Word, words

_CLAUSE = re.compile(r"[.,;:!?()\n]")
_SENTENCE = re.compile(r"[.!?]\s|\n")
_AFTER = 60
_BEFORE = 80
_NOUN_WITHIN = 3
_PHRASE = 5
_SHORTEST_NOUN = 4
_MONTH = re.compile(
    r"(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october"
)


@dataclass(frozen=True, slots=True)
class Bound:
    """What stands around a number, in the form in which words are compared.

    `unit` is one of a closed list or ""; `counts` is the noun after it, None where that is not
    plain; `after` are the next words of its clause that say something; `completes` is the last
    such word before it in its sentence; `label` is the word right before it, a name too (channel
    6, Horizon 4); both are None where there is none; `sentence` counts from 0.
    """

    unit: str
    counts: str | None
    after: tuple[str, ...]
    completes: str | None
    label: str | None
    sentence: int


def bound(before: str, after: str) -> Bound:
    """What the number between these two texts belongs to."""
    *earlier, sentence = _SENTENCE.split(before)
    clause = words(_CLAUSE.split(after.lstrip("-"), maxsplit=1)[0][:_AFTER])
    unit = next((CURRENCIES[mark] for mark in CURRENCIES if before.rstrip().endswith(mark)), "")
    return Bound(
        unit or _unit(clause),
        _counted(clause),
        tuple(_saying(clause)),
        _completed(sentence[-_BEFORE:]),
        _label(sentence[-_BEFORE:]),
        len(earlier),
    )


def _unit(clause: list[Word]) -> str:
    for word in clause[:_NOUN_WITHIN]:
        if word.form in UNITS:
            return UNITS[word.form]
        if word.form in STOPWORDS or word.form.isdigit():
            break
    return ""


def _counted(clause: list[Word]) -> str | None:
    """The noun after a number: the first word that is no name and says something by itself."""
    for word in clause[:_NOUN_WITHIN]:
        if word.form in STOPWORDS or word.form.isdigit():
            return None
        if word.raw[0].islower() and not is_generic(classify(word.raw)[0]):
            return word.form if len(word.form) >= _SHORTEST_NOUN else None
    return None


def _saying(clause: list[Word]) -> Iterator[str]:
    """Up to the next number."""
    for word in clause[:_PHRASE]:
        if word.form.isdigit():
            return
        if word.is_content:
            yield word.form


def _completed(sentence: str) -> str | None:
    """Names, months and other numbers are passed over: born in Rome on 3 May 1960."""
    for word in reversed(words(sentence)):
        if word.is_content and word.raw[0].islower() and not _MONTH.fullmatch(word.form):
            return word.form
    return None


def _label(sentence: str) -> str | None:
    if not sentence.endswith(" ") or not sentence[:-1][-1:].isalpha():
        return None
    last = words(sentence)[-1]
    return last.form if last.is_content and not _MONTH.fullmatch(last.form) else None
