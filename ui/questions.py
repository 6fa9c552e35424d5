"""Questions of a file, one a line."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import BadInputError
from ui.history import earlier_questions
from ui.readable import readable


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a file, the earlier questions of its conversation, and its line from 1."""

    qid: str
    question: str
    history: tuple[str, ...]
    line: int


def read_questions(path: Path) -> list[Question]:
    """All questions, in the file's order; keys that are not needed are passed over.

    Raises:
        BadInputError: naming file and line, at the first line that is not a question or repeats
            a qid. The whole file is read before anything is asked.
    """
    questions: dict[str, Question] = {}
    for number, line in enumerate(readable(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            question = _question(json.loads(line), number)
        except (ValueError, RecursionError) as error:
            raise BadInputError(f"{path} line {number}: {error}.") from error
        if first := questions.get(question.qid):
            raise BadInputError(
                f"{path} line {number}: qid {question.qid[:60]!r} stands on line {first.line} "
                "already; every question needs its own."
            )
        questions[question.qid] = question
    if not questions:
        raise BadInputError(f"{path} holds no question.")
    return list(questions.values())


@contextmanager
def line_named(question: Question, name: str) -> Iterator[None]:
    """A question that cannot be asked is named by its line in the file called `name`.

    Raises:
        BadInputError: it was raised inside.
    """
    try:
        yield
    except BadInputError as error:
        raise BadInputError(f"{name} line {question.line}: {error}") from error


def _question(record: Any, number: int) -> Question:
    if not isinstance(record, dict):
        raise ValueError('not a JSON object with "qid" and "question"')
    qid, question = record.get("qid"), record.get("question")
    if isinstance(qid, bool) or not isinstance(qid, str | int) or qid == "":
        raise ValueError('"qid" must be a name or a number')
    if any("\ud800" <= letter <= "\udfff" for letter in str(qid)):
        raise ValueError('"qid" holds half of a character')
    if not isinstance(question, str):
        raise ValueError('"question" must be a text')
    return Question(str(qid), question, earlier_questions(record.get("history") or []), number)
