"""How a name sounds, whichever convention wrote it in Latin letters.

Lavrov and Lavrow, Zakharova, Zajarova and Sacharowa, Sukhoi and Suchoj have one key in common.
The rules merge the English, French, German, Spanish, Polish and scholarly romanisations of Slavic
and Arabic names; where a letter is read in more than one way, a word has more than one key.
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    dict(zip("øłđðıħŧ", "olddiht", strict=True))
    | {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "’": "'", "‘": "'", "ʼ": "'"}
)
_CYRILLIC = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфхцчшщъыьэюяёєіїґўјљњћђџ", [
        "a", "b", "v", "g", "d", "e", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t",
        "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya", "yo", "ye", "i",
        "yi", "g", "w", "j", "lj", "nj", "c", "dj", "dz",
    ], strict=True))
    | {"ж": "zh"}
)  # fmt: skip
_CARONS = str.maketrans(
    {"š": "sh", "ś": "sh", "ş": "sh", "č": "tch", "ć": "tch", "ç": "s", "ž": "zh", "ż": "zh"}
)
# In order; a capital stands for one sound: S as in she, T in church, X in loch, C in tsar.
_RULES = [
    (re.compile(rule), sounds)
    for rule, *sounds in (
        ("shch|schtsch|szcz|chtch", "S"),
        ("tsch|tch|cz", "T"),
        ("sch|sh|sz", "S"),
        ("ch", "X", "S", "T"),
        ("kh", "X"),
        ("zh", "z"),
        ("ph", "f"),
        ("([bdgrt])h", r"\1"),
        ("t[sz]", "C"),
        ("ck|qu|q", "k"),
        ("gu(?=[eiy])", "g"),
        ("c(?=[eiy])", "C", "z"),
        ("c$", "k", "T", "C"),
        ("c(?=o[vw])", "k", "C"),
        ("c", "k"),
        ("x", "kz"),
        ("(?<=[lnr])z", "z", "C"),
        ("(?<=[aeiouy])j(?![aeiouy])", "i"),
        ("^j(?![aeiouy])", "X"),
        ("j", "i", "X", "z"),
        ("^h|(?<=[aeiouy])h(?=[aeiouy])", "X"),
        ("h", ""),
        ("w", "v"),
        ("f+$", "v"),
        ("s", "z"),
        ("y", "i"),
        (r"([^aeiou])\1+", r"\1"),
        ("ou", "u"),
        ("ine$", "in"),
        ("ie", "e"),
        ("([aou])e", r"\1"),
        (r"(.)\1+", r"\1"),
    )
]


def plain_letters(word: str) -> str:
    """Lower case, accents and apostrophes taken off, Cyrillic written in Latin letters."""
    lowered = word.casefold()
    if lowered.isascii():
        return lowered.replace("'", "")
    lowered = lowered.translate(_CYRILLIC).translate(_LETTERS)
    apart = unicodedata.normalize("NFKD", lowered)
    return "".join(c for c in apart if not unicodedata.combining(c)).replace("'", "")


_STRICT = next(at for at, (rule, _) in enumerate(_RULES) if rule.pattern == "ou")


@lru_cache(maxsize=1 << 17)
def sounds(word: str) -> tuple[str, ...]:
    """The keys of a word, the likeliest first; empty for what is not all letters."""
    found: dict[str, None] = {}
    for spelt in dict.fromkeys((word.casefold().translate(_CARONS), word)):
        letters = plain_letters(spelt)
        if not (letters.isascii() and letters.isalpha()):
            return ()
        found.update(dict.fromkeys(_apply_rules(letters)))
    return tuple(found)


def _apply_rules(letters: str) -> list[str]:
    keys = [letters]
    for rule, readings in _RULES:
        if any(rule.search(key) for key in keys):
            keys = [rule.sub(reading, key) for reading in readings for key in keys]
    return keys


def strict_sound(word: str) -> str:
    """The likeliest key alone, with all vowels kept: for names that are known as they stand."""
    key = plain_letters(word)
    for rule, readings in _RULES[:_STRICT]:
        key = rule.sub(readings[0], key)
    return key
