"""Names: each one of a statement stands in the quotes it names, or in a title of theirs."""

from collections.abc import Iterator, Sequence

from rag.english import classify
from rag.stopwords import STOPWORDS
from rag.writer.check.numbers import is_number
from rag.writer.check.words import Word, words

# What a name may take on: Venezuela, Venezuelan; Iraq, Iraqi. "ian" would make Niger Nigerian.
_ENDINGS = ("s", "n", "ns", "an", "ans", "i", "is")
_SHORTEST = 4
# First words that are no names and that no list of word classes holds.
_OPENING = (
    "however therefore moreover furthermore additionally meanwhile thus hence overall besides"
)
_LINKING = frozenset(_OPENING.split())
_MONTHS = "january february march april may june july august september october november december"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
_CALENDAR = frozenset(f"{_MONTHS} {_WEEKDAYS}".split())


def name_fault(statement: str, quotes: str, titles: str = "") -> str | None:
    """The first name that stands in none of the quotes and titles, as a reason; None if all do."""
    there = words(f"{quotes}\n{titles}")
    forms = {word.form for word in there}
    initials = set(_initials(there))
    said = words(statement)
    spelt_out = _spelt_out(said, {word.form for word in there if word.raw.isupper()})
    for at, word in enumerate(said):
        if at in spelt_out or not _is_name(word) or _known(word.form, forms):
            continue
        if word.raw.isupper() and word.form in initials:
            continue
        return f"the name {word.raw} does not stand in the quotes it names"
    return None


def _is_name(word: Word) -> bool:
    """Anything with a capital; the first word of a sentence, unless it can be none or counts."""
    if not any(letter.isupper() for letter in word.raw) or word.form in _CALENDAR:
        return False
    if not word.opens:
        return word.raw != "I"
    if is_number(word.raw):
        return False
    kind = classify(word.raw.lower())[0].kind
    return not (
        word.form in STOPWORDS
        or word.form in _LINKING
        or kind not in ("noun", "verb")
        or word.form.endswith(("ly", "ing"))
    )


def _known(name: str, forms: set[str]) -> bool:
    if name in forms:
        return True
    shorter = (name.removesuffix(end) for end in _ENDINGS if name.endswith(end))
    if any(len(form) >= _SHORTEST and form in forms for form in shorter):
        return True
    return len(name) >= _SHORTEST and any(name + end in forms for end in _ENDINGS)


def _initials(there: Sequence[Word]) -> Iterator[str]:
    """What runs of names can be shortened to: United Nations, un."""
    run: list[str] = []
    for word in [*there, None]:
        if word is not None and word.raw[0].isupper():
            run.append(word.form[0])
            continue
        for length in range(2, len(run) + 1):
            yield from ("".join(run[at : at + length]) for at in range(len(run) - length + 1))
        run = []


def _spelt_out(said: Sequence[Word], shortened: set[str]) -> set[int]:
    """The places of names whose initials stand in the quotes as one word: US for United States."""
    found: set[int] = set()
    for start in range(len(said)):
        letters = ""
        for end in range(start, len(said)):
            if not said[end].raw[0].isupper():
                break
            letters += said[end].form[0]
            if len(letters) > 1 and letters in shortened:
                found.update(range(start, end + 1))
    return found
