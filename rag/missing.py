"""Names and numbers of a question that stand in no article: the proof behind a "not found".

A word is only called missing when nothing in the articles could be it: no other spelling, no
inflection, no number written out, no words behind initials; and an ordinary word in a longer name
("State Department") not while its neighbour stands. Doubtful words are left out.
"""

import re
from typing import NamedTuple

from index.romanised import plain_letters
from index.words import WORD, normal
from rag.names import fold
from rag.stopwords import STOPWORDS
from rag.vocabulary import Vocabulary

_CALENDAR = (
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr"
)
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WRITTEN = {str(value): word for value, word in enumerate(_SMALL.split())} | {
    str(10 * value): word for value, word in enumerate(_TENS.split(), 2)
}
_ENDINGS = (
    "s",
    "es",
    "n",
    "an",
    "ian",
    "ean",
    "ese",
    "ish",
    "i",
    "ic",
    "d",
    "ed",
    "ing",
    "er",
    "e",
    "a",
    "y",
)
_SENTENCE_END = re.compile(r"[.!?:]\s*[\"“‘'(]*$")
_SHORTEST_STEM = 4
# Initials up to so many letters may stand written out (EU, TV), which nothing here could tell.
_INITIALS = 3
_CALENDAR_WORDS = frozenset(_CALENDAR.split())


class Asked(NamedTuple):
    """A word of the question and whether it is written as a name or number there."""

    start: int
    end: int
    word: str
    is_name: bool


def words_asked(question: str, vocabulary: Vocabulary) -> list[Asked]:
    """The words of a question; capitals tell a name except where every word has one."""
    matches = list(WORD.finditer(question))
    capitals = sum(match.group()[0].isupper() for match in matches)
    shouted = len(matches) > 3 and 2 * capitals > len(matches) + capitals / 2
    asked = []
    for match in matches:
        word = match.group()
        opens = not question[: match.start()].strip(" \"“‘'(¿¡") or bool(
            _SENTENCE_END.search(question[: match.start()])
        )
        name = word[0].isupper() and normal(word) not in STOPWORDS
        if (opens or shouted) and not _is_latin(word):
            name = False
        elif opens or shouted:
            name = name and (not vocabulary.is_common(word) or vocabulary.is_name(word))
        asked.append(Asked(match.start(), match.end(), word, name))
    return asked


def missing(question: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Names and numbers as the question writes them; neighbours that are both missing as one."""
    runs: list[tuple[int, int]] = []
    words = words_asked(question, vocabulary)
    # Who types no capitals types none for names; elsewhere a small word that is missing is no name.
    small = not any(character.isupper() for character in question)
    for place, asked in enumerate(words):
        if not (asked.is_name or asked.word[0].isdigit() or small):
            continue
        if not _is_missing(asked, vocabulary):
            continue
        beside = words[max(0, place - 1) : place + 2]
        if vocabulary.is_common(normal(asked.word)) and any(
            other.is_name and normal(other.word) in vocabulary for other in beside
        ):
            continue
        if runs and question[runs[-1][1] : asked.start] == " " and asked.is_name:
            runs[-1] = (runs[-1][0], asked.end)
        else:
            runs.append((asked.start, asked.end))
    found = (re.sub(r"['’]s?$", "", question[start:end]) for start, end in runs)
    return tuple(dict.fromkeys(found))


def _is_missing(asked: Asked, vocabulary: Vocabulary) -> bool:
    word = normal(asked.word)
    if word in vocabulary or word in STOPWORDS or word in _CALENDAR_WORDS:
        return False
    if asked.word.isupper() and len(word) <= _INITIALS:
        return False
    if word[0].isdigit():
        return not _number_stands(word, vocabulary)
    if not asked.is_name and (
        vocabulary.is_common(word) or not word.isalpha() or not _is_latin(word)
    ):
        return False
    return not (_inflection_stands(word, vocabulary) or fold(asked.word, vocabulary, asked.is_name))


def _is_latin(word: str) -> bool:
    return word[0] < "\u0370"


def _number_stands(number: str, vocabulary: Vocabulary) -> bool:
    written = [_WRITTEN.get(number, "")]
    if len(number) == 2 and number not in _WRITTEN:
        written = [_WRITTEN.get(number[0] + "0", ""), _WRITTEN.get(number[1], "")]
    return len(number) == 1 or all(word in vocabulary for word in written)


def _inflection_stands(word: str, vocabulary: Vocabulary) -> bool:
    """Whether the word with another ending stands: Ukrainian for Ukraine."""
    letters = plain_letters(word)
    stems = {letters, *(letters.removesuffix(ending) for ending in _ENDINGS)}
    long = [stem for stem in stems if len(stem) >= _SHORTEST_STEM]
    forms = {stem + ending for stem in long for ending in ("", "ia", *_ENDINGS)}
    return vocabulary.any_in_letters(forms)
