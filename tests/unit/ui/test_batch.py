import json
from collections.abc import Sequence
from io import StringIO

import pytest

from index.errors import BadInputError
from rag.reply_json import load
from rag.schema import Answer, Reply
from ui.commands.batch import write_replies
from ui.questions import Question

ASKED = [Question("a", "Who?", (), 1), Question("é", "When?", ("Who?",), 3)]


class Told:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, int, int]] = []

    def __call__(self, stage: str, done: int, total: int) -> None:
        self.heard.append((stage, done, total))


def test_one_line_a_question_in_order(answer: Answer) -> None:
    heard: list[tuple[str, Sequence[str]]] = []

    def ask(question: str, history: Sequence[str]) -> Reply:
        heard.append((question, history))
        return answer

    file, told = StringIO(), Told()
    write_replies(ASKED, ask, file, told, "q.jsonl")
    lines = [json.loads(line) for line in file.getvalue().splitlines()]
    assert [line["qid"] for line in lines] == ["a", "é"]
    assert load(json.dumps(lines[0]["reply"])) == answer
    assert lines[0]["seconds"] >= 0
    assert heard == [("Who?", ()), ("When?", ("Who?",))]
    assert told.heard == [("ask", 0, 2), ("ask", 1, 2)]


def test_a_question_that_cannot_be_asked_names_its_line_and_loses_nothing(answer: Answer) -> None:
    def ask(question: str, history: Sequence[str]) -> Reply:
        if history:
            raise BadInputError("The question is empty.")
        return answer

    file = StringIO()
    with pytest.raises(BadInputError, match=r"q\.jsonl line 3: The question is empty"):
        write_replies(ASKED, ask, file, Told(), "q.jsonl")
    assert file.getvalue().startswith('{"qid":"a","reply":{')
