from pathlib import Path

import pytest

from index.lexical import LexicalIndex, Term
from index.lexical_writer import LexicalWriter, link

PASSAGES = [
    ("Oil", "Guaidó spoke of 35 tons in 2019."),
    ("Planes", "Two planes carried S-300 parts."),
    ("Planes", "Nothing of note; badistance was given."),
]


@pytest.fixture
def lexical(tmp_path: Path) -> LexicalIndex:
    writer = LexicalWriter(tmp_path / "words")
    for row, (title, text) in enumerate(PASSAGES):
        writer.add(row, title, text)
    writer.close()
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


def test_a_linked_folder_changes_without_the_one_it_came_from(
    lexical: LexicalIndex, tmp_path: Path
) -> None:
    link(tmp_path / "words", tmp_path / "next")
    writer = LexicalWriter(tmp_path / "next")
    writer.remove([0])
    writer.add(7, "", "Guaidó returned.")
    writer.close()
    changed = LexicalIndex.open(tmp_path / "next")
    assert len(changed) == 3
    assert rows(changed, "Guaidó") == [7]
    assert rows(changed, "35") == []
    assert rows(LexicalIndex.open(tmp_path / "words"), "Guaidó") == [0]
    assert rows(lexical, "35") == [0]
