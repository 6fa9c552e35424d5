from pathlib import Path

import pytest

from index.errors import BadInputError
from ui.questions import Question, read_questions


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "questions.jsonl"
    path.write_text(text, encoding="utf-8")
    return path


def test_questions_keep_their_order_and_line(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '{"qid": "b", "question": "Who?", "answers": ["x"]}\n\n'
        '{"qid": 7, "question": "When?\u2028", "history": ["Who?"]}\n',
    )
    assert read_questions(path) == [
        Question("b", "Who?", (), 1),
        Question("7", "When?\u2028", ("Who?",), 3),
    ]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "line 2: Expecting"),
        ("[]", 'line 2: not a JSON object with "qid"'),
        ('{"question": "x"}', 'line 2: "qid" must be'),
        ('{"qid": true, "question": "x"}', 'line 2: "qid" must be'),
        ('{"qid": "\\ud800", "question": "x"}', 'line 2: "qid" holds half of a character'),
        ('{"qid": "b", "question": 3}', 'line 2: "question" must be'),
        ('{"qid": "b", "question": "x", "history": "y"}', "line 2: turns must be a list"),
        ('{"qid": "a", "question": "x"}', "line 2: qid 'a' stands on line 1 already"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, says: str) -> None:
    path = write(tmp_path, f'{{"qid": "a", "question": "Who?"}}\n{line}\n')
    with pytest.raises(BadInputError, match=says):
        read_questions(path)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="holds no question"):
        read_questions(write(tmp_path, "\n"))


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadInputError, match="not UTF-8 text"):
        read_questions(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="cannot be read"):
        read_questions(tmp_path)
