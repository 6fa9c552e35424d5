"""Words: most of what a statement says stands in the quotes it names."""

from rag.writer.check.numbers import is_number
from rag.writer.check.units import UNITS, units_in
from rag.writer.check.words import stands, words

LEAST = 0.6
"""Share of a statement's content words that must stand in its quotes.

Titles do not count: a model that has no answer repeats one, and it says what no quote says.
"""


def coverage(statement: str, quotes: str) -> float:
    """The share of content words that stand there, in any inflection; 1 where there are none.

    Names and numbers are left out: those are looked at one by one. A unit stands there in whatever
    way it is written.
    """
    said = {
        UNITS.get(word.form, word.form)
        for word in words(statement)
        if word.is_content and (word.opens or word.raw.islower()) and not is_number(word.raw)
    }
    if not said:
        return 1.0
    there = {word.form for word in words(quotes)} | units_in(quotes)
    return sum(stands(word, there) for word in said) / len(said)


def coverage_fault(statement: str, quotes: str) -> str | None:
    """A reason where too much of the statement stands in no quote, else None."""
    share = coverage(statement, quotes)
    if share >= LEAST:
        return None
    return f"only {share:.0%} of its words stand in the quotes it names"
