"""Numbers: each one of a statement stands in the quotes, of the same thing, and is hedged alike."""

import unicodedata
from collections.abc import Collection, Sequence

from rag.verbs import is_form
from rag.writer.check.numbers import Number, numbers
from rag.writer.check.units import MONEY
from rag.writer.check.words import same, stands, words


def number_fault(statement: str, quotes: str) -> str | None:
    """What is wrong with the statement's numbers, or None."""
    there = list(numbers(_ascii_digits(quotes)))
    said = {word.form for word in words(quotes)}
    for number in numbers(_ascii_digits(statement)):
        alike = [each for each in there if (each.value, each.kind) == (number.value, number.kind)]
        if not alike:
            return f"the number {number.raw} does not stand in the quotes it names"
        if number.hedge and number.hedge not in {each.hedge for each in alike}:
            return f"the quotes do not say “{number.hedge}” {number.raw}"
        reason = (
            _counted_otherwise(number, there)
            or _of_another_unit(number, alike)
            or _of_another_thing(number, alike, said)
            or _after_another_word(number, alike, there)
            or _after_another_label(number, alike, there)
        )
        if reason:
            return reason
    return None


def _counted_otherwise(number: Number, there: Sequence[Number]) -> str | None:
    """The quotes have another number before the same noun, and never this one."""
    noun = number.bound.counts
    if noun is None or number.kind == "rank":
        return None
    of_it = [
        each
        for each in there
        if each.kind == number.kind and each.bound.counts and same(each.bound.counts, noun)
    ]
    if not of_it or any(each.value == number.value for each in of_it):
        return None
    return f"the quotes count {of_it[0].raw} {noun}, not {number.raw}"


def _of_another_unit(number: Number, alike: Sequence[Number]) -> str | None:
    """5 dollars for 5 euros, or for 5 people."""
    unit = number.bound.unit
    others = [each.bound.unit or each.bound.counts for each in alike]
    if not unit or unit in others or None in others:
        return None
    return f"the quotes say {alike[0].raw} {others[0]}, not {unit}"


def _of_another_thing(number: Number, alike: Sequence[Number], said: Collection[str]) -> str | None:
    """Both nouns stand in the quotes, but this number is always of the other one."""
    noun = number.bound.counts
    plain = number.kind != "rank" and not number.bound.unit and not number.is_year
    if noun is None or not plain or not stands(noun, said):
        return None
    for each in alike:
        if each.bound.unit in MONEY or not each.bound.counts or stands(noun, each.bound.after):
            return None
        nouns = [word for word in number.bound.after if not is_form(word, "past")]
        if any(stands(word, each.bound.after) for word in nouns):
            return None
    return f"the quotes say {alike[0].raw} of {alike[0].bound.counts}, not of {noun}"


def _after_another_word(
    number: Number, alike: Sequence[Number], there: Sequence[Number]
) -> str | None:
    """Born in 1990, where one sentence says: born in 1960 and died in 1990."""
    word = number.bound.completes
    if word is None or not number.is_year:
        return None
    if any(each.bound.completes is None or same(each.bound.completes, word) for each in alike):
        return None
    sentences = {each.bound.sentence for each in alike}
    for each in there:
        completes = each.bound.completes
        if (
            each.is_year
            and each.bound.sentence in sentences
            and completes
            and same(completes, word)
        ):
            return f"the quotes say {word} {each.raw}, not {number.raw}"
    return None


def _after_another_label(
    number: Number, alike: Sequence[Number], there: Sequence[Number]
) -> str | None:
    """Channel 44, where the quotes say: channel 6 on UHF, virtual 44."""
    label = number.bound.label
    if label is None or any(each.bound.label in (None, label) for each in alike):
        return None
    for each in there:
        if each.bound.label == label and each.kind == number.kind:
            return f"the quotes say {label} {each.raw}, not {number.raw}"
    return None


def _ascii_digits(text: str) -> str:
    """Digits of every script as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
