import os
from pathlib import Path

import pytest

from index.errors import BadInputError
from ui.questions import Question
from ui.resume import replied

ASKED = [Question("a", "Who?", (), 1), Question("b", "When?", (), 2)]
WHOLE = '{"qid":"a","reply":{"id":"8f","question":"Who?"},"seconds":0.1}\n'


def test_nothing_is_done_where_there_is_no_file(tmp_path: Path) -> None:
    assert replied(tmp_path / "out.jsonl", ASKED) == {}


@pytest.mark.parametrize("half", ["", "{", '{"qid":"b","reply":{"quest', WHOLE.strip()])
def test_a_half_written_line_is_cut_off(tmp_path: Path, half: str) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text(WHOLE + half, encoding="utf-8")
    assert replied(path, ASKED) == {"a": "8f"}
    assert path.read_text(encoding="utf-8") == WHOLE


@pytest.mark.parametrize(
    "text",
    [
        "my only notes",
        WHOLE + "my only notes",
        "{}\n",
        '{"qid":"c","reply":{"question":"Who?"}}\n',
        '{"qid":"a","reply":{"question":"Who was it?"}}\n',
        '{"qid":["a"],"reply":{"question":"Who?"}}\n',
        "[]\n",
        "\n",
    ],
)
def test_a_file_of_something_else_is_left_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInputError, match="choose another --out"):
        replied(path, ASKED)
    assert path.read_text(encoding="utf-8") == text


def test_what_is_no_regular_file_holds_no_replies(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert replied(pipe, ASKED) == {}
