"""What speaks for and against the first quote: the numbers that confidence is made of."""

import math
from collections.abc import Sequence

from index.opened import Index
from index.schema import Passage
from rag.answer_type import answer_type, holds
from rag.asked import Asked
from rag.schema import Signals
from rag.select import Choice


def signals(index: Index, asked: Asked, ranked: Sequence[Choice]) -> Signals:
    """The signals of a ranking that is not empty."""
    best = ranked[0]
    reading, passage = best.read.reading, best.read.passage
    standing = _standing(index, asked, passage)
    passages = {each.read.passage.id: each.read.passage for each in ranked}
    anywhere = set().union(*(_standing(index, asked, each) for each in passages.values()))
    start, end = (edge - passage.start for edge in best.span)
    sentence = passage.text[start:end]
    return Signals(
        sentence=best.score,
        answerable=reading.answerable,
        relevance=reading.passage_score,
        margin=best.score - ranked[1].score if len(ranked) > 1 else 0.0,
        coverage=_coverage(index, asked, standing),
        absent=_absent(index, asked, standing),
        unread=_absent(index, asked, anywhere),
        missing=float(len(asked.missing)),
        off_type=float(not holds(answer_type(asked.text), sentence, asked.text)),
        several=float(asked.several),
    )


def _standing(index: Index, asked: Asked, passage: Passage) -> set[str]:
    title = index.articles[passage.article_id].title or ""
    text = asked.expansion.as_asked(f"{title}\n{passage.text}")
    return set(index.contents.lexical.stems(text))


def _absent(index: Index, asked: Asked, standing: set[str]) -> float:
    names = asked.names
    return sum(not _stands(index, name, standing) for name in names) / max(1, len(names))


def _coverage(index: Index, asked: Asked, standing: set[str]) -> float:
    total = found = 0.0
    for word in asked.content:
        weight = math.log(1 + len(index.passages) / (1 + index.contents.lexical.frequency(word)))
        total += weight
        found += weight * _stands(index, word, standing)
    return found / total if total else 0.0


def _stands(index: Index, word: str, standing: set[str]) -> bool:
    return bool(standing.intersection(index.contents.lexical.stems(word)))
