"""The words of a collection as a question asks for them; each is looked up once, then kept."""

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from index.ordinary import is_ordinary
from index.romanised import plain_letters
from index.sound_frames import frame, frames_around
from index.word_list import Damaged, Word, WordList
from index.word_tables import change_in, counted
from index.words import normal

_SELDOM = 2
_KEPT = 1 << 14


class Vocabulary:
    """The words of a collection. Safe to call from several threads.

    `common` maps ordinary words of the language to their rank (0 the most frequent); it tells a
    damaged or foreign word from a plain one.
    """

    def __init__(self, words: WordList, common: Mapping[str, int]) -> None:
        self.common = common
        self._words = words
        self._entry = lru_cache(_KEPT)(self._look_up)
        self._damaged = lru_cache(_KEPT)(self._look_up_damaged)

    @classmethod
    def of(cls, texts: Iterable[str], common: Mapping[str, int]) -> "Vocabulary":
        """The vocabulary of a few texts, without an index."""
        base = sqlite3.connect(":memory:", check_same_thread=False)
        change_in(base, counted(texts), common)
        return cls(WordList(base), common)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and bool(word) and self._entry(normal(word)) is not None

    def count(self, word: str) -> int:
        """How often it stands, in any case."""
        entry = self._entry(normal(word))
        return entry.times if entry else 0

    def surface(self, word: str) -> str:
        """How it most often stands."""
        entry = self._entry(normal(word))
        return entry.surface if entry else word

    def is_name(self, word: str) -> bool:
        """Whether it stands with a capital more often than not."""
        entry = self._entry(normal(word))
        return entry is not None and bool(entry.is_name)

    def is_common(self, word: str) -> bool:
        """Whether it, or what it is an inflection of, is an ordinary word of the language."""
        return is_ordinary(normal(word), self.common)

    def in_letters(self, word: str) -> list[str]:
        """Words with the same letters but for accents, the frequent first."""
        return [each.word for each in self._words.in_letters([plain_letters(word)])]

    def any_in_letters(self, forms: Collection[str]) -> bool:
        """Whether a word stands that is one of the forms but for accents."""
        return bool(self._words.in_letters(forms))

    def by_sound(self, key: str) -> list[str]:
        """Names, and words that are not ordinary, with this sound key, the frequent first."""
        found = self._words.sounding([key], [frame(key)])
        return [each.word for each in found.get(key, ())]

    def near_in_sound(self, key: str) -> dict[str, list[str]]:
        """Words as of `by_sound`, by their key, for all keys that may be near `key`."""
        found = self._words.sounding([], frames_around(frame(key)))
        return {key: [each.word for each in words] for key, words in found.items()}

    def plain_near(self, word: str) -> list[str]:
        """Words in small letters, all letters, that start alike and may be one slip away."""
        near = self._words.in_small_letters_near(word)
        return [each.word for each in near if each.word.isalpha() and each.word[0] == word[0]]

    def misprints_near(self, word: str) -> list[str]:
        """Words that may be misprints of `word`: strange, small letters, hardly ever used."""
        near = self._words.in_small_letters_near(word, strange_up_to=_SELDOM)
        return [each.word for each in near if each.word[0] == word[0]]

    def damaged(self, word: str) -> Damaged | None:
        """The word, in normal form, if it is damaged."""
        return None if word in self.common else self._damaged(word)

    def damaged_from(self, word: str) -> list[Damaged]:
        """The damaged words that were, or hold, this one; the frequent first."""
        return self._words.damaged_from(word)

    def _look_up(self, word: str) -> Word | None:
        return next(self._words.words([word]), None)

    def _look_up_damaged(self, word: str) -> Damaged | None:
        return next(self._words.damaged([word]), None)
