"""What speaks for and against the first quote: the numbers that confidence is made of."""

import math
from collections.abc import Sequence

from index.lexical import LexicalIndex
from index.opened import Index
from rag.answer_type import answer_type, holds
from rag.asked import Asked
from rag.schema import Signals
from rag.select import Choice


def signals(index: Index, asked: Asked, ranked: Sequence[Choice]) -> Signals:
    """The signals of a ranking that is not empty."""
    best = ranked[0]
    reading, passage = best.read.reading, best.read.passage
    title = index.articles[passage.article_id].title or ""
    standing = _stems(index.contents.lexical, asked.expansion.as_asked(f"{title}\n{passage.text}"))
    start, end = (edge - passage.start for edge in best.span)
    sentence = passage.text[start:end]
    return Signals(
        sentence=best.score,
        answerable=reading.answerable,
        relevance=reading.passage_score,
        margin=best.score - ranked[1].score if len(ranked) > 1 else 0.0,
        coverage=_coverage(index, asked, standing),
        absent=float(sum(not _stands(index, name, standing) for name in asked.names)),
        missing=float(len(asked.missing)),
        off_type=float(not holds(answer_type(asked.text), sentence, asked.text)),
    )


def _coverage(index: Index, asked: Asked, standing: set[str]) -> float:
    total = found = 0.0
    for word in asked.content:
        weight = math.log(1 + len(index.passages) / (1 + index.contents.lexical.frequency(word)))
        total += weight
        found += weight * _stands(index, word, standing)
    return found / total if total else 0.0


def _stands(index: Index, word: str, standing: set[str]) -> bool:
    return bool(standing.intersection(index.contents.lexical.stems(word)))


def _stems(lexical: LexicalIndex, text: str) -> set[str]:
    return set(lexical.stems(text))
