from pathlib import Path

import pytest

from index.errors import BadInputError
from ui.history import read_history

EXPECTED = ("Who sent planes?", "How many soldiers?")


@pytest.mark.parametrize(
    "text",
    [
        '["Who sent planes?", "How many soldiers?"]',
        "Who sent planes?\r\n\r\nHow many soldiers?\r\n",
        '{"question": "Who sent planes?"}\n{"question": "How many soldiers?"}\n',
        '{"role": "user", "content": "Who sent planes?"}\n'
        '{"role": "assistant", "content": "Russia."}\n'
        '{"role": "user", "content": "How many soldiers?"}',
        '[{"question": "Who sent planes?"}, "How many soldiers?"]',
        "\ufeffWho sent planes?\nHow many soldiers?",
    ],
)
def test_every_form_gives_the_earlier_questions(tmp_path: Path, text: str) -> None:
    path = tmp_path / "earlier"
    path.write_text(text, encoding="utf-8")
    assert read_history(path) == EXPECTED


def test_a_line_ends_with_a_line_feed_alone(tmp_path: Path) -> None:
    path = tmp_path / "earlier"
    path.write_text('{"question": "Who sent\u2028planes?"}\nHow\x85many?\n', encoding="utf-8")
    assert read_history(path) == ("Who sent\u2028planes?", "How\x85many?")


def test_a_quoted_question_is_a_question(tmp_path: Path) -> None:
    path = tmp_path / "earlier"
    path.write_text('"Technical assistance", who said that?', encoding="utf-8")
    assert read_history(path) == ('"Technical assistance", who said that?',)


def test_no_file_is_no_history() -> None:
    assert read_history(None) == ()


@pytest.mark.parametrize("text", ['{"answer": 1}', "[1]", "[", '{"question": 1}', "[" * 100_000])
def test_what_holds_no_question_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "earlier"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInputError, match="is not a history"):
        read_history(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=r"There is no file .*earlier"):
        read_history(tmp_path / "earlier")
