"""Opposites: a statement does not say that something rose where its quotes say that it fell."""

from collections.abc import Iterator

from rag.writer.check.irregular import BASE
from rag.writer.check.words import Word, words

# Either side of "|" holds what means the same direction. Words that change with whom they are said
# of (buy and sell, win and lose, higher and lower, before and after) are no opposites.
_PAIRS = (
    "rise increase grow climb gain jump soar surge | fall decrease decline drop sink shrink plunge",
    "accept approve | reject refuse",
    "support endorse | oppose",
    "allow permit | forbid ban prohibit",
    "improve | worsen",
    "strengthen | weaken",
    "succeed success | fail failure",
    "profit | loss",
    "highest | lowest",
    "largest biggest | smallest",
    "best | worst",
    "oldest | youngest",
    "maximum | minimum",
    "guilty | innocent",
    "legal | illegal",
    "possible | impossible",
    "alive | dead",
    "true | false",
)
_ENDINGS = ("", "s", "es", "d", "ed", "ing", "ped", "ping")
_OPPOSITES: dict[str, frozenset[str]] = {}
_GROUPS: dict[str, frozenset[str]] = {}
for _pair in _PAIRS:
    _left, _right = (frozenset(side.split()) for side in _pair.split("|"))
    _GROUPS |= dict.fromkeys(_left, _left) | dict.fromkeys(_right, _right)
    _OPPOSITES |= dict.fromkeys(_left, _right) | dict.fromkeys(_right, _left)


def opposite_fault(statement: str, quotes: str) -> str | None:
    """A word whose opposite the quotes have, and it and its like they have not; None if none."""
    there = {plain: word.raw for word, plain in _plain(words(quotes))}
    for word, plain in _plain(words(statement)):
        other = next((there[each] for each in _OPPOSITES[plain] if each in there), None)
        if other and not _GROUPS[plain] & there.keys():
            return f"the quotes say “{other}”, not “{word.raw}”"
    return None


def _plain(found: list[Word]) -> Iterator[tuple[Word, str]]:
    """Words that have an opposite, with their plain form: rose, rise; dropped, drop."""
    for word in found:
        forms = [BASE.get(word.form, "")]
        for end in _ENDINGS:
            stem = word.form.removesuffix(end)
            forms += [stem, stem + "e"] if end or stem == word.form else []
        plain = next((form for form in forms if form in _OPPOSITES), None)
        if plain:
            yield word, plain
