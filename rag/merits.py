"""What speaks for a sentence as the answer, and how much each of it counts.

The weights are fitted by `python -m eval.train.select` on tuning data only and kept, with where
they come from, in `merits.json`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from index.romanised import plain_letters
from rag.answer_type import answer_type, holds
from rag.asked import Asked
from rag.read import Read
from rag.stopwords import STOPWORDS

FILE = Path(__file__).with_name("merits.json")
_WORDS = re.compile(r"\w+")
_ENDING = re.compile(r"(?:ing|ed|es|s|ly)$")


@dataclass(frozen=True, slots=True)
class Merits:
    """Of one sentence; the first three are the reader's logits, the fourth the searches' score.

    `words` is the share of the question's content words that stand in the sentence or the one
    before it. `off_type` is 1 when it holds no word of the kind asked for.
    """

    sentence: float
    answerable: float
    relevance: float
    fused: float
    words: float
    off_type: float


@dataclass(frozen=True, slots=True)
class MeritWeights:
    """A weight for each merit, and how many questions of each set they were fitted on."""

    weights: dict[str, float]
    fitted_on: dict[str, int]


WEIGHTS = TypeAdapter(MeritWeights)


@cache
def merit_weights() -> MeritWeights:
    """The shipped weights."""
    return WEIGHTS.validate_json(FILE.read_bytes())


def merit(of: Merits) -> float:
    """The weighted sum; higher is better."""
    weights = merit_weights().weights
    return float(sum(weight * getattr(of, name) for name, weight in weights.items()))


def merits(asked: Asked, read: Read) -> Iterator[Merits]:
    """One for each sentence of a passage that was read, in order."""
    kind = answer_type(asked.text)
    wanted = _stems(asked.text)
    base = read.passage.start
    before: set[str] = set()
    for span, score in zip(read.passage.sentences, read.reading.sentence_scores, strict=True):
        said = asked.expansion.as_asked(read.passage.text[span.start - base : span.end - base])
        own = _stems(said)
        yield Merits(
            sentence=score,
            answerable=read.reading.answerable,
            relevance=read.reading.passage_score,
            fused=read.candidate.score,
            words=len(wanted & (own | before)) / max(1, len(wanted)),
            off_type=float(not holds(kind, said, asked.text)),
        )
        before = own


def _stems(text: str) -> set[str]:
    words = (word for word in _WORDS.findall(plain_letters(text)) if word not in STOPWORDS)
    return {_ENDING.sub("", word) if len(word) > 4 else word for word in words}
