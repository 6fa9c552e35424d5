"""Words of the articles that a filter, a scanner or a lost space has damaged, and what they were.

"badistance" was assistance before a profanity filter put "bad" for "ass"; "negotiationscan" lost a
space; "govemment" was read by a scanner. A word counts as damaged when it is no ordinary word and
undoing one such step makes it one. The article keeps its word; only the search reads past it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rag.vocabulary import WORD, Vocabulary, normal

# What word filters look for, and what they put instead, inside innocent words as well (the
# "Scunthorpe problem"). Swearing is the same in every collection.
_FILTERED = "ass anal arse cum cock dick tit tits cunt shit fag hell damn rape sex fuck nude piss"
_PUT_INSTEAD = "bad butt bottom behind donkey buttocks bum heck darn"
# What stood on paper, and what a scanner reads for it.
_SCANNED = (("m", "rn"), ("rn", "m"), ("w", "vv"), ("o", "0"), ("l", "1"), ("i", "1"))
_JOINED_BEFORE = "the and that from which this was were has have had its their his"
_JOINED_AFTER = _JOINED_BEFORE + " with can of for to in on by at is are"
_LONG = 5


@dataclass(frozen=True, slots=True)
class Repaired:
    """A damaged word of the articles and what it was, the likeliest first."""

    stands: str
    was: tuple[str, ...]


class Damage:
    """The damaged words of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    @cached_property
    def words(self) -> Mapping[str, Repaired]:
        """Damaged words in normal form; a word that is also a name is only undone of filters."""
        return {
            word: Repaired(self._vocabulary.surface(word), was)
            for word in self._vocabulary.strange
            if (was := self._undone(word))
        }

    @cached_property
    def by_original(self) -> Mapping[str, tuple[Repaired, ...]]:
        """What stands damaged in the articles, by each word that it was or holds."""
        found: dict[str, list[Repaired]] = {}
        for damaged in self.words.values():
            for original in damaged.was:
                for word in original.split():
                    found.setdefault(word, []).append(damaged)
        return {word: tuple(damaged) for word, damaged in found.items()}

    def repair(self, text: str) -> str:
        """`text` with every damaged word as it was: for scoring, never for showing."""
        return WORD.sub(self._repair_word, text) if self.words else text

    def _repair_word(self, match: re.Match[str]) -> str:
        damaged = self.words.get(normal(match.group()))
        if damaged is None:
            return match.group()
        was = damaged.was[0]
        return was.capitalize() if match.group()[0].isupper() else was

    def _undone(self, word: str) -> tuple[str, ...]:
        common = self._vocabulary.common
        found = set(_unfiltered(word))
        if not self._vocabulary.is_name(word) and len(word) >= _LONG:
            found.update(_unscanned(word))
        plain = [was for was in found if was in common]
        if not plain and not self._vocabulary.is_name(word):
            return tuple(self._parted(word))
        return tuple(sorted(plain, key=lambda was: (common[was], was)))

    def _parted(self, word: str) -> Iterator[str]:
        """Two words that lost the space between them; one of them small and frequent."""
        for ends, at in ((word.endswith, -1), (word.startswith, 1)):
            for small in (_JOINED_AFTER if at < 0 else _JOINED_BEFORE).split():
                if len(word) - len(small) > _LONG and ends(small):
                    rest = word[: -len(small)] if at < 0 else word[len(small) :]
                    if rest in self._vocabulary.common:
                        yield f"{rest} {small}" if at < 0 else f"{small} {rest}"


def _unfiltered(word: str) -> Iterator[str]:
    for instead in _PUT_INSTEAD.split():
        if instead in word and instead != word:
            for swear in _FILTERED.split():
                yield from _swapped(word, instead, swear)


def _unscanned(word: str) -> Iterator[str]:
    for stood, read in _SCANNED:
        if read in word:
            yield from _swapped(word, read, stood)


def _swapped(word: str, old: str, new: str) -> Iterator[str]:
    """`word` with one, and with every, `old` made `new`."""
    parts = word.split(old)
    for at in range(1, len(parts)):
        yield old.join(parts[:at]) + new + old.join(parts[at:])
    if len(parts) > 2:
        yield new.join(parts)
