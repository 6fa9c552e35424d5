import sqlite3
from collections import Counter
from pathlib import Path

from index.word_list import Word, WordList
from index.word_tables import change, change_in, counted

_WORDS = "the class canal of harbour said"
ORDINARY = {word: rank for rank, word in enumerate(_WORDS.split())}
FIRST = "The harbour of Zoë. Zoë's clbad, ZOË said 17,000 and Belousow's"
SECOND = "the Cbad of zoë, Hadjiyev and belousow said"


def every_row(path: Path) -> dict[str, list[tuple[object, ...]]]:
    tables = ("surfaces", "words", "sounds", "damaged", "originals")
    base = sqlite3.connect(path)
    return {name: base.execute(f"SELECT * FROM {name}").fetchall() for name in tables}


def test_a_word_is_counted_in_all_its_forms(tmp_path: Path) -> None:
    change(tmp_path / "words", counted([FIRST]), ORDINARY)
    words = WordList.open(tmp_path / "words")
    assert list(words.words(["zoë", "17000", "zoe"])) == [
        Word("17000", "17,000", 1, False, False),
        Word("zoë", "ZOË", 3, True, True),
    ]
    assert [each.word for each in words.in_letters(["zoe"])] == ["zoë"]


def test_a_row_of_letters_is_no_word() -> None:
    assert counted(["a" * 60, "b" * 61 + " c"]) == {"a" * 60: 1, "c": 1}


def test_what_is_added_and_taken_away_again_leaves_no_trace(tmp_path: Path) -> None:
    change(tmp_path / "once", counted([FIRST]), ORDINARY)
    change(tmp_path / "changed", counted([SECOND]), ORDINARY)
    change(tmp_path / "changed", counted([FIRST]), ORDINARY)
    less = {word: -count for word, count in counted([SECOND]).items()}
    change(tmp_path / "changed", less, ORDINARY)
    assert every_row(tmp_path / "changed") == every_row(tmp_path / "once")


def test_two_steps_make_what_one_makes(tmp_path: Path) -> None:
    change(tmp_path / "once", counted([FIRST, SECOND]), ORDINARY)
    for text in (SECOND, FIRST):
        change(tmp_path / "twice", counted([text]), ORDINARY)
    assert every_row(tmp_path / "twice") == every_row(tmp_path / "once")


def test_all_small_words_that_are_one_slip_away_share_a_half() -> None:
    slips = ["opposition", "oposition", "oppositoin", "oppsoition", "opposiition", "oppXsition"]
    base = sqlite3.connect(":memory:")
    change_in(base, Counter([*slips, "position", "opinion"]), ORDINARY)
    near = {each.word for each in WordList(base).in_small_letters_near("opposition")}
    assert {slip.casefold() for slip in slips} <= near
    assert "opinion" not in near
