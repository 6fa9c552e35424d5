"""Every word of the articles, with how often and how it stands; read once when an index opens."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from rag.romanised import plain_letters, sounds

_LETTERS = r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*|[01][^\W\d_]+)*"
WORD = re.compile(
    rf"(?=[^\W\d_][^\W\d_]){_LETTERS}(?:['’ʼ]{_LETTERS})*"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[0-9]+(?:[.,][0-9]+)*"
    rf"|{_LETTERS}"
)
"""A dotted abbreviation, a number, or a word; Il-62 is a word and a number, g0vernment one
(badly scanned) word."""

_SELDOM = 2
_POSSESSIVE = re.compile(r"['’]s?$")
_ENDINGS = "s/ es/ ies/y ied/y ier/y iest/y ily/y est/ ed/ ed/e ing/ ing/e ly/ er/ er/e ers/ ness/"
_UNDONE = tuple(tuple(pair.split("/")) for pair in _ENDINGS.split())
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")


def normal(word: str) -> str:
    """The form that is counted: lower case, no possessive, U.S. as us, 17,000 as 17000."""
    if word[0].isdigit():
        return word.replace(",", "") if _THOUSANDS.fullmatch(word) else word
    if "." in word:
        word = word.replace(".", "")
    return _POSSESSIVE.sub("", word.casefold()).replace("’", "'")


class Vocabulary:
    """The words of a collection.

    `common` maps ordinary words of the language to their rank (0 the most frequent); it tells a
    damaged or foreign word from a plain one. The embedder's own tokenizer has such a list.
    """

    def __init__(self, texts: Iterable[str], common: Mapping[str, int]) -> None:
        raw: Counter[str] = Counter()
        for text in texts:
            raw.update(WORD.findall(text))
        self.common = common
        self._counts: Counter[str] = Counter()
        self._capitals: Counter[str] = Counter()
        self._surfaces: dict[str, str] = {}
        for surface, count in raw.most_common():
            word = normal(surface)
            self._counts[word] += count
            self._surfaces.setdefault(word, _POSSESSIVE.sub("", surface))
            if surface[0].isupper():
                self._capitals[word] += count

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and bool(word) and normal(word) in self._counts

    def count(self, word: str) -> int:
        """How often it stands, in any case."""
        return self._counts[normal(word)]

    def surface(self, word: str) -> str:
        """How it most often stands."""
        return self._surfaces.get(normal(word), word)

    def is_name(self, word: str) -> bool:
        """Whether it stands with a capital more often than not."""
        word = normal(word)
        return 2 * self._capitals[word] > self._counts[word]

    def is_common(self, word: str) -> bool:
        """Whether it, or what it is an inflection of, is an ordinary word of the language."""
        return any(form in self.common for form in _uninflected(normal(word)))

    @cached_property
    def by_letters(self) -> Mapping[str, tuple[str, ...]]:
        """Words by their letters without accents."""
        return _grouped((plain_letters(word), word) for word in self._counts)

    @cached_property
    def by_sound(self) -> Mapping[str, tuple[str, ...]]:
        """Names, and words that are not ordinary, by their sound keys."""
        words = (word for word in self._counts if self.is_name(word) or word not in self.common)
        return _grouped((key, word) for word in words for key in sounds(word))

    @cached_property
    def sound_keys(self) -> tuple[str, ...]:
        """All keys of `by_sound`."""
        return tuple(self.by_sound)

    @cached_property
    def words(self) -> Mapping[str, tuple[str, ...]]:
        """Words in small letters by their first letter."""
        return _grouped(
            (word[0], word) for word in self._counts if word.isalpha() and not self.is_name(word)
        )

    @cached_property
    def strange(self) -> tuple[str, ...]:
        """Words that are no ordinary words: names, damaged, foreign or rare ones."""
        return tuple(
            word for word in self._counts if word[0].isalpha() and not self.is_common(word)
        )

    @cached_property
    def misprints(self) -> Mapping[str, tuple[str, ...]]:
        """Words that may be misprints by first letter: strange, small letters, hardly ever used."""
        return _grouped(
            (word[0], word)
            for word in self.strange
            if not self.is_name(word) and self._counts[word] <= _SELDOM
        )


def _uninflected(word: str) -> Iterable[str]:
    yield word
    for ending, instead in _UNDONE:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)]
            yield stem + instead
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    groups: dict[str, dict[str, None]] = {}
    for key, word in pairs:
        groups.setdefault(key, {})[word] = None
    return {key: tuple(words) for key, words in groups.items()}
