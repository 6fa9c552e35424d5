"""Which spellings of the articles are the same name as a word of the question.

Guaidó, Guaido and Guaydo are one name; Iran and Iraq, Niger and Nigeria, 2018 and 2019 are not.
Nothing is folded in the index: this happens to a question, against the articles' own words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.romanised import sounds, strict_sound
from index.words import normal
from rag.misspelt import allowed, distance
from rag.slips import one_slip_from
from rag.vocabulary import Vocabulary

How = Literal["accents", "transliteration", "misspelling", "damage"]

# A sound key this short is shared by names that differ (Khan, Chan, Han).
_SHORTEST_KEY = 4
_MOST = 6
# What `distance` asks for one vowel inside a word.
_ONE_VOWEL = 0.6 + 1e-9
# Ordinary words shorter than this are one slip from too many others.
_LONG = 6


@dataclass(frozen=True, slots=True)
class Folded:
    """A spelling of the articles and how it comes to be the asked word."""

    stands: str
    how: How


def fold(asked: str, vocabulary: Vocabulary, is_name: bool) -> tuple[Folded, ...]:
    """Other spellings of `asked` in the articles: nearest kind first, then the more frequent.

    `is_name`: the question writes it as a name. Numbers, ordinary words and abbreviations have
    none; a word that the articles or the language know is never taken for a misspelling.
    """
    word = normal(asked)
    if not word.replace("'", "").isalpha():
        return ()
    found: dict[str, How] = dict.fromkeys(_same_letters(word, vocabulary), "accents")
    if is_name or not vocabulary.is_common(word):
        for other in _same_sound(word, vocabulary, is_name):
            found.setdefault(other, "transliteration")
        if not found and word not in vocabulary and not vocabulary.is_common(word):
            found.update(dict.fromkeys(_misspelt(word, vocabulary, is_name), "misspelling"))
        if not found and is_name and word not in vocabulary:
            found.update(dict.fromkeys(_one_vowel_off(word, vocabulary), "transliteration"))
        if not found and is_name and word[1:].endswith("s") and word not in vocabulary:
            return fold(asked[:-1], vocabulary, is_name)
    found.pop(word, None)
    return tuple(
        Folded(vocabulary.surface(other), how) for other, how in list(found.items())[:_MOST]
    )


def _same_letters(word: str, vocabulary: Vocabulary) -> list[str]:
    others = vocabulary.in_letters(word)
    return [other for other in others if "'" not in other or vocabulary.is_name(other)]


def _same_sound(word: str, vocabulary: Vocabulary, is_name: bool) -> list[str]:
    shortest = _SHORTEST_KEY + int(word in vocabulary)
    others = {
        other
        for key in sounds(word)
        if len(key) >= shortest
        for other in vocabulary.by_sound(key)
        if vocabulary.is_name(other) or not is_name
    }
    if word in vocabulary and vocabulary.is_common(word):
        others = {other for other in others if strict_sound(other) == strict_sound(word)}
    return _frequent_first(others, vocabulary)


def _misspelt(word: str, vocabulary: Vocabulary, is_name: bool) -> list[str]:
    near = dict(_near_in_sound(word, vocabulary))
    near = {w: cost for w, cost in near.items() if vocabulary.is_name(w) or not is_name}
    if not near and not is_name and len(word) >= _LONG:
        near = dict.fromkeys(one_slip_from(word, vocabulary.plain_near(word)), 1.0)
    best = min(near.values(), default=0.0)
    return _frequent_first([other for other, cost in near.items() if cost <= best], vocabulary)


def _one_vowel_off(word: str, vocabulary: Vocabulary) -> list[str]:
    """Names that a vowel inside more or less makes the same (Dmitry, Dimitri), known or not."""
    near = _near_in_sound(word, vocabulary)
    return _frequent_first(
        [other for other, cost in near if cost <= _ONE_VOWEL and vocabulary.is_name(other)],
        vocabulary,
    )


def _near_in_sound(word: str, vocabulary: Vocabulary) -> Iterator[tuple[str, float]]:
    """Words within the allowed distance and the least distance of each, the greatest first."""
    found: list[tuple[float, str]] = []
    for asked in sounds(word):
        most = allowed(len(asked))
        slips = 1 + int(most > 1)
        words = vocabulary.near_in_sound(asked) if most else {}
        for key, _, _ in process.extract(
            asked, sorted(words), scorer=OSA.distance, score_cutoff=slips, limit=50
        ):
            cost = distance(asked, key)
            if cost <= min(most, allowed(len(key))):
                found.extend((cost, other) for other in words[key])
    return ((other, cost) for cost, other in sorted(found, reverse=True))


def _frequent_first(words: Iterable[str], vocabulary: Vocabulary) -> list[str]:
    return sorted(words, key=lambda word: (-vocabulary.count(word), word))
