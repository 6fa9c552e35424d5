"""Articles of any number, made of a collection's own sentences under other names and numbers.

A real sentence keeps its words and order; its names and numbers are drawn anew, from as many
invented names as Heaps' law gives a text of that length, the low ones often and the high ones
seldom. So word lists and posting lists grow as they do in real collections.
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.opened import Index
from index.words import WORD
from rag.vocabulary import Vocabulary

# Heaps' law, V = K n^b: b as in English news text, of which names are some half (Gelbukh and
# Sidorov 2001, doi:10.1007/3-540-44686-9_33, find .54 for all words).
_NAMES, _GROWTH = 8.0, 0.55
_SENTENCES = 48
_PARAGRAPH = 6
_SOURCES = 200
_MOST_TEMPLATES = 8_000
_SYLLABLES = [a + b for a in "bdfghklmnprstvz" for b in "aeiou"]


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence with `%s` for each slot; True where a name belongs, False for a number."""

    text: str
    slots: tuple[bool, ...]


def templates(index: Index, vocabulary: Vocabulary) -> list[Template]:
    """Sentences evenly spread over the passages of an index."""
    step = max(1, index.manifest.sentences // _MOST_TEMPLATES)
    made = []
    for number, (passage, start, end) in enumerate(_sentences(index)):
        if number % step == 0:
            text = " ".join(passage[start:end].split())
            made.append(_template(text, vocabulary))
    return made


def _sentences(index: Index) -> Iterator[tuple[str, int, int]]:
    for passage in index.passages:
        for start, end in passage.sentences:
            yield passage.text, start - passage.start, end - passage.start


def _template(text: str, vocabulary: Vocabulary) -> Template:
    parts: list[str] = []
    slots: list[bool] = []
    at = 0
    for match in WORD.finditer(text):
        word = match.group()
        named = word[0].isupper() and match.start() > 0 and vocabulary.is_name(word)
        if named or word[0].isdigit():
            parts += [text[at : match.start()].replace("%", "%%"), "%s"]
            slots.append(named)
            at = match.end()
    return Template("".join(parts) + text[at:].replace("%", "%%"), tuple(slots))


def article_lines(made_of: Sequence[Template], count: int) -> Iterator[str]:
    """Lines of a `.jsonl` file, always the same for the same templates and count."""
    source = random.Random(count)
    words = 0
    for number in range(count):
        known = _NAMES * max(1, words) ** _GROWTH
        chosen = source.choices(made_of, k=_SENTENCES)
        said = [
            each.text % tuple(_slot(source, known, slot) for slot in each.slots) for each in chosen
        ]
        groups = (said[at : at + _PARAGRAPH] for at in range(0, len(said), _PARAGRAPH))
        text = "\n\n".join(" ".join(group) for group in groups)
        words += text.count(" ")
        day = f"{2010 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}"
        yield json.dumps(
            {
                "doc_id": f"made-{number}",
                "title": f"{_slot(source, known, True)} {_slot(source, known, True)} {number}",
                "text": text,
                "source": f"The {name(number % _SOURCES)} Post",
                "published_at": day,
            }
        )


def _slot(source: random.Random, known: float, named: bool) -> str:
    if not named:
        return str(int(10 ** (5 * source.random())))
    return name(int(known * source.random() ** 3))


@lru_cache(1 << 16)
def name(number: int) -> str:
    """The invented name of a number, no two alike."""
    made = ""
    while number or not made:
        number, syllable = divmod(number, len(_SYLLABLES))
        made += _SYLLABLES[syllable]
    return made.capitalize() + "n"
