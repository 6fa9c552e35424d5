import json
from pathlib import Path

from rag.common_words import common_words


def test_word_pieces_marks_and_letters_are_left_out(tmp_path: Path) -> None:
    vocabulary = {"[PAD]": 0, "a": 1, "##ing": 2, "the": 3, "été": 4, "3": 5, ",": 6}
    text = json.dumps({"model": {"vocab": vocabulary}}, ensure_ascii=False)
    (tmp_path / "tokenizer.json").write_text(text, encoding="utf-8")
    assert common_words(tmp_path) == {"the": 3, "été": 4}
