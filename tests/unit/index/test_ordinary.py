import json
from pathlib import Path

from index.ordinary import is_ordinary, ordinary_words


def test_word_pieces_marks_and_letters_are_left_out(tmp_path: Path) -> None:
    vocabulary = {"[PAD]": 0, "a": 1, "##ing": 2, "the": 3, "été": 4, "3": 5, ",": 6}
    text = json.dumps({"model": {"vocab": vocabulary}}, ensure_ascii=False)
    (tmp_path / "tokenizer.json").write_text(text, encoding="utf-8")
    assert ordinary_words(tmp_path) == {"the": 3, "été": 4}


def test_an_inflection_of_an_ordinary_word_is_one() -> None:
    ordinary = {"stop": 1, "carry": 2}
    assert all(is_ordinary(word, ordinary) for word in ("stop", "stopped", "stops", "carried"))
    assert not any(is_ordinary(word, ordinary) for word in ("stopt", "carriage"))
