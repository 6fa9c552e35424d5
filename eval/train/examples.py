"""One training example: a question, a passage, and what is known about the two."""

import hashlib
from dataclasses import dataclass

from eval.train.passages import Passage, Span, occurrences, overlapping


@dataclass(frozen=True, slots=True)
class Example:
    """What the reader should say of a passage.

    Attributes:
        support: sentences that answer the question (or carry evidence for it).
        every: each of `support` is gold; False where an answer string stands in several sentences
            and the data does not say which of them answers.
        answerable: whether the passage answers; None where the data does not say.
        judged: whether sentences outside `support` are known not to answer.
        spans: where the answer's words stand, code points of the text; empty where unknown.
        home: the question was written for this very passage (SQuAD, answerable or not).
    """

    origin: str
    qid: str
    question: str
    passage: Passage
    support: tuple[int, ...] = ()
    every: bool = True
    answerable: bool | None = None
    judged: bool = True
    spans: tuple[Span, ...] = ()
    home: bool = False


def from_answers(
    origin: str, qid: str, question: str, passage: Passage, answers: tuple[str, ...]
) -> Example:
    """Label a home passage by the answer strings that stand in it; none there means it fails."""
    spans = occurrences(passage.text, answers)
    support = overlapping(passage, spans)
    return Example(
        origin, qid, question, passage, support, len(support) < 2, bool(support), True, spans, True
    )


def draw(*key: str) -> float:
    """Return a number in [0, 1) that depends on the key alone: the seed of every choice here."""
    digest = hashlib.sha256("\x1f".join(key).encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48
