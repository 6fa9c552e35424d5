"""How surely near copies of articles are known: `python -m eval.made_copies ARTICLES ...`.

Each article of a collection gets a copy edited as syndicated texts are: of every hundred words one,
two, five or ten are left out, doubled, misspelt, exchanged for another of the article, or set in
capitals. All are sketched and joined as an index does it.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

from index.alike import components
from index.boilerplate import boilerplate
from index.readers import read_articles
from index.sentences import sentences
from index.sketch import sketch
from rag.same_sentence import same_sentence

RATES = (0.01, 0.02, 0.05, 0.10)


@dataclass(frozen=True, slots=True)
class Found:
    """Copies at one rate of edits, of them known as such; pairs that are joined and no copies.

    `unlike` leaves out pairs that are joined without the copies too: real copies and templates.
    """

    rate: float
    copies: int
    known: int
    unlike: int
    sentences: int
    folded: int

    @property
    def recall(self) -> float:
        """Part of the copies that are joined with what they were made of."""
        return self.known / self.copies

    @property
    def precision(self) -> float:
        """Part of the joined pairs that are a copy and its original."""
        return self.known / (self.known + self.unlike)


def edited(text: str, rate: float, draw: random.Random) -> str:
    """The text with so many of its words edited, at least one; white space stays."""
    words = text.split(" ")
    for at in draw.sample(range(len(words)), max(1, round(rate * len(words)))):
        words[at] = _edit(words[at], words, draw)
    return " ".join(words)


def _edit(word: str, words: Sequence[str], draw: random.Random) -> str:
    place = draw.randrange(len(word) + 1)
    return draw.choice(
        (
            "",
            f"{word} {word}",
            word[:place] + word[place + 1 :],
            draw.choice(words),
            word.upper(),
        )
    )


def joined(texts: Sequence[str]) -> set[tuple[int, int]]:
    """Pairs of texts that are of one family."""
    made = [sketch(text) for text in texts]
    known = [at for at, each in enumerate(made) if each]
    packed = np.frombuffer(b"".join(filter(None, made)), "<u8").reshape(len(known), -1)
    nobody, all_of_them = np.zeros(len(known), np.int64), np.ones(len(known), bool)
    return {
        (known[one], known[other])
        for family in components(packed, nobody, all_of_them)
        for one, other in combinations(sorted(family.tolist()), 2)
    }


def measured(texts: Sequence[str], seed: int = 1) -> Iterator[Found]:
    """One row for each rate of edits."""
    draw = random.Random(seed)
    already = joined(texts)
    for rate in RATES:
        copies = [edited(text, rate, draw) for text in texts]
        pairs = joined([*texts, *copies])
        made = {(at, at + len(texts)) for at in range(len(texts))}
        of = [tuple(sorted((one % len(texts), two % len(texts)))) for one, two in pairs - made]
        unlike = sum(pair not in already for pair in of)
        told = [pair for one, two in zip(texts, copies, strict=True) for pair in _told(one, two)]
        folded = sum(same_sentence(*pair) for pair in told)
        yield Found(rate, len(texts), len(pairs & made), unlike, len(told), folded)


def _told(text: str, copy: str) -> Iterator[tuple[str, str]]:
    """Sentences and those of the copy, as far as both have equally many."""
    here, there = (
        [each[start:end] for start, end in sentences(each, boilerplate(each))]
        for each in (text, copy)
    )
    if len(here) == len(there):
        yield from zip(here, there, strict=True)


def main() -> None:
    """Print a row for each rate."""
    articles, _ = read_articles([Path(path) for path in sys.argv[1:]])
    texts = [article.text for article in articles if sketch(article.text)]
    print(f"{len(texts)} articles, {len(joined(texts))} pairs near copies as they are")
    print("edited  recall  precision  sentences folded")
    for each in measured(texts):
        print(
            f"{each.rate:6.0%}  {each.recall:6.3f}  {each.precision:9.3f}"
            f"  {each.folded} of {each.sentences}"
        )


if __name__ == "__main__":
    main()
