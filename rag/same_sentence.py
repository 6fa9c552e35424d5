"""Whether a sentence of an article and one of its near copy are one sentence, edited on the way.

What two articles have in common as wholes says that one was made from the other, not that it was
made truly: of two copies one may have another figure, name or deed (RAMDocs has hundreds). So only
words that carry no fact may differ.
"""

import re
from itertools import zip_longest

from rapidfuzz.distance import Levenshtein

from index.romanised import plain_letters
from rag.differences import differences
from rag.quote_tokens import Token, tokens
from rag.wording import wording

_MOST_EDITS = 2
#: So many words have to stay for each that is edited.
_WORDS_AN_EDIT = 5
#: From so many letters on, one letter more, less or other is taken for a slip.
_LONG = 8
#: Words that decide what a sentence says when one copy has them and the other has not.
_DECIDING = (
    "about above after again against ago alleged allegedly almost already although among anti "
    "apparently around because before believed below between beyond both but by can could day "
    "days deputy down each either else enough every ex except expected few fewer first for former "
    "formerly from half hardly hour hours if into just last late least less like likely little "
    "many may might month months more most mostly much must near nearly new next off old one only "
    "or other out over own part partly per perhaps possible possibly probably reported reportedly "
    "roughly said several should since so some still supposed than through till to today tomorrow "
    "too toward towards under unless until up upon vice week weeks when whether while will with "
    "within without would year years yesterday yet"
)
_WEIGHS = frozenset(_DECIDING.split())
_LIGHT = frozenset({"a", "an", "the", "that", "which", "who"})
_JOINING = _LIGHT | {"also", "and", "however", "meanwhile", "moreover", "now", "then", "there"}
_FIGURE = re.compile(r"[\d$€£¥%]")


def same_sentence(one: str, other: str) -> bool:
    """Equal but for two words at most that state nothing: left out, put in, or spelt otherwise."""
    if wording(one) == wording(other):
        return True
    here, there = ([each for each in tokens(text) if each.is_word] for text in (one, other))
    if abs(len(here) - len(there)) > _MOST_EDITS or _figures(one) != _figures(other):
        return False
    edits = Levenshtein.opcodes([t.folded for t in here], [t.folded for t in there])
    pairs = [
        pair
        for edit in edits
        if edit.tag != "equal"
        for pair in zip_longest(
            here[edit.src_start : edit.src_end], there[edit.dest_start : edit.dest_end]
        )
    ]
    most = min(_MOST_EDITS, min(len(here), len(there)) // _WORDS_AN_EDIT)
    return len(pairs) <= most and all(_states_nothing(*pair) for pair in pairs)


def _figures(text: str) -> list[str]:
    return [word for word in wording(text) if _FIGURE.search(word)]


def _states_nothing(one: Token | None, other: Token | None) -> bool:
    """Whether a word left out (None), put in or exchanged leaves what is said as it is."""
    if one and other:
        return {one.folded, other.folded} <= _LIGHT or _respelt(one.folded, other.folded)
    (found,) = differences([(one, other)])
    word = found.asked or found.stands
    if word[0].isupper():
        return word.casefold() in _JOINING
    return found.kind == "word" and word.casefold() not in _WEIGHS


def _respelt(one: str, other: str) -> bool:
    if plain_letters(one) == plain_letters(other):
        return True
    return (
        one[0] == other[0]
        and min(len(one), len(other)) >= _LONG
        and Levenshtein.distance(one, other) <= 1
    )
