"""HaluEval's question answering pairs as labelled statements.

Li et al. 2023 (arXiv:2305.11747): for each question of HotpotQA its knowledge, its right answer,
and one that ChatGPT made up. The knowledge is the quote; the right answer is supported, the other
is not. Many right answers are a bare name, and some made-up ones are true by accident.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import TypeAdapter

from eval.writing_label import Label
from rag.schema import Statement


@dataclass(frozen=True, slots=True)
class Pair:
    """One line of the file."""

    knowledge: str
    question: str
    right_answer: str
    hallucinated_answer: str


_PAIR = TypeAdapter(Pair)


def is_pair(line: str) -> bool:
    """Whether the line is one of HaluEval's, by its fields."""
    return '"hallucinated_answer"' in line


def labels_of(line: str, qid: str) -> Iterator[Label]:
    """The right answer and the made-up one.

    Raises:
        pydantic.ValidationError: the line is no pair.
    """
    pair = _PAIR.validate_json(line)
    answers = ((pair.right_answer, True), (pair.hallucinated_answer, False))
    for text, supported in answers:
        statement = Statement(text, (1,))
        yield Label(qid, "HaluEval", statement, ((None, pair.knowledge),), supported)
