"""How nearly equal sentences of different articles differ: what may be shown as one quote.

`python -m eval.near_copies CORPUS` reads articles as the index does, finds pairs of sentences that
share most of their words, and says which of them `rag.wording` joins.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from index.boilerplate import boilerplate
from index.readers import read_articles
from index.schema import Article
from index.sentences import sentences
from rag.wording import wording

_WORD = re.compile(r"\w+")
_LEAST_WORDS = 8
_SHARED = 0.7
_RUN = 4
#: Runs of words in more sentences than this are phrases of the house and find no copies.
_COMMON = 20


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, where it stands, and its words."""

    article: str
    text: str
    words: tuple[str, ...]


def told_in(articles: Iterable[Article]) -> list[Sentence]:
    """All sentences of at least eight words."""
    return [
        Sentence(article.id, text, words)
        for article in articles
        for start, end in sentences(article.text, boilerplate(article.text))
        if (text := article.text[start:end])
        and len(words := tuple(_WORD.findall(text.casefold()))) >= _LEAST_WORDS
    ]


def near_copies(told: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """Pairs of different articles of which seven tenths of the words are the same (Jaccard)."""
    by_run: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, each in enumerate(told):
        for run in {each.words[i : i + _RUN] for i in range(len(each.words) - _RUN + 1)}:
            by_run[run].append(at)
    runs = (found for found in by_run.values() if len(found) <= _COMMON)
    for one, other in sorted({pair for found in runs for pair in combinations(found, 2)}):
        first, second = told[one], told[other]
        shared, either = {*first.words} & {*second.words}, {*first.words} | {*second.words}
        if first.article != second.article and len(shared) >= _SHARED * len(either):
            yield first, second


def main() -> None:
    """Print the counts, and the pairs that are joined though their words are typed differently."""
    told = told_in(read_articles([Path(path) for path in sys.argv[1:]])[0])
    pairs = list(near_copies(told))
    equal = [(a, b) for a, b in pairs if a.words == b.words]
    joined = [(a, b) for a, b in pairs if wording(a.text) == wording(b.text)]
    apart = [(a, b) for a, b in equal if wording(a.text) != wording(b.text)]
    print(f"{len(told)} sentences, {len(pairs)} pairs of near copies in different articles")
    print(f"{len(equal)} with equal words, {len(joined)} joined, {len(apart)} of equal words apart")
    for a, b in [*(pair for pair in joined if pair not in equal), *apart]:
        print(f"- {a.text!r}\n  {b.text!r}")


if __name__ == "__main__":
    main()
