from pathlib import Path

import pytest

from index.lexical import LexicalIndex, Term

PASSAGES = [
    ("Oil", "Guaidó spoke of 35 tons in 2019."),
    ("Planes", "Two planes carried S-300 parts."),
    ("Planes", "Nothing of note; badistance was given."),
]


@pytest.fixture
def lexical(tmp_path: Path) -> LexicalIndex:
    LexicalIndex.build(tmp_path / "words", PASSAGES)
    return LexicalIndex.open(tmp_path / "words")


def rows(lexical: LexicalIndex, *words: str, only: list[int] | None = None) -> list[int]:
    found = lexical.search([Term(word) for word in words], 10, title_weight=0.3, only=only)
    return [row for row, _ in found]


@pytest.mark.parametrize(
    ("word", "row"),
    [("Guaidó", 0), ("2019", 0), ("35", 0), ("S-300", 1), ("plane", 1), ("badistance", 2)],
)
def test_accents_numbers_and_damage_are_found_as_they_stand(
    lexical: LexicalIndex, word: str, row: int
) -> None:
    assert rows(lexical, word)[0] == row


def test_accents_are_not_folded_in_the_index(lexical: LexicalIndex) -> None:
    assert rows(lexical, "Guaido") == []


def test_text_counts_more_than_title(lexical: LexicalIndex) -> None:
    assert rows(lexical, "planes") == [1, 2]


def test_only_limits_the_rows(lexical: LexicalIndex) -> None:
    assert rows(lexical, "planes", only=[2]) == [2]
    assert rows(lexical, "planes", only=[]) == []


def test_a_lighter_term_counts_less(lexical: LexicalIndex) -> None:
    found = lexical.search([Term("Guaidó"), Term("badistance", 0.1)], 10, 0.3, None)
    assert [row for row, _ in found] == [0, 2]


def test_frequency_counts_passages(lexical: LexicalIndex) -> None:
    assert lexical.frequency("planes") == 1
    assert lexical.frequency("zebra") == 0
