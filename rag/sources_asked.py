"""Sources that a question names: "according to The Verge", "the TechCrunch article on ...".

A source is known by its name in the index, in full or by its part before " | ", " - " or ": ", with
or without "The" and ".com". A name that is an ordinary word (Fortune, Wired) must be written as a
name; one that is only "The" and a word must have its "The".
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from index.romanised import plain_letters

_PARTS = re.compile(r"\s+[|–—-]\s+|:\s+")
_ENDING = re.compile(r"\.(?:com|org|net|co\.uk|in|io)$", re.IGNORECASE)
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SourceAsked:
    """The words `question[start:end]` and the index's names of the sources that they can mean."""

    start: int
    end: int
    sources: tuple[str, ...]


class SourceNames:
    """The sources of an index, ready to be found in questions."""

    def __init__(self, sources: Collection[str]) -> None:
        self._meant: dict[str, list[str]] = {}
        self._written: dict[str, str] = {}
        for source in sorted(sources):
            for form in _forms(source):
                if key := _key(form):
                    self._meant.setdefault(key, []).append(source)
                    self._written.setdefault(key, form)
        longest_first = sorted(self._written.values(), key=lambda form: (-len(form), form))
        self._longest_first = [(_key(form).split(), form) for form in longest_first]

    def find(self, question: str) -> tuple[SourceAsked, ...]:
        """Every mention in order; the longest name that stands at a place counts."""
        # One pattern of all names takes seconds to compile where every sender of a mailbox is one.
        plain = plain_letters(question)
        near = [form for words, form in self._longest_first if all(w in plain for w in words)]
        if not near:
            return ()
        names = "|".join(map(_flexible, near))
        found = []
        for match in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", question, re.IGNORECASE):
            key = _key(match.group())
            if key in self._meant and self._is_name(match.group(), key):
                sources = tuple(dict.fromkeys(self._meant[key]))
                found.append(SourceAsked(match.start(), match.end(), sources))
        return tuple(found)

    def _is_name(self, written: str, key: str) -> bool:
        """One word must carry the capitals of the name; more words may be typed small."""
        form = self._written[key]
        words = _ARTICLE.sub("", written)
        return " " in words or words in (_ARTICLE.sub("", form), words.upper())


def _forms(source: str) -> Iterator[str]:
    """What a source may be called, the full name first."""
    head = _PARTS.split(source)[0]
    for name in dict.fromkeys((source, head)):
        short = _ENDING.sub("", name)
        yield from dict.fromkeys((name, short))
        bare = _ARTICLE.sub("", short)
        if bare != short and " " in bare:
            yield bare


def _key(form: str) -> str:
    return " ".join(plain_letters(form).split())


def _flexible(form: str) -> str:
    """A pattern for the name with any white space, accents as in the index or without."""
    spelt = dict.fromkeys((form, " ".join(plain_letters(form).split())))
    return "|".join(r"\s+".join(re.escape(word) for word in name.split()) for name in spelt)
