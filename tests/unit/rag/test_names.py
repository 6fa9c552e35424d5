"""Invented corpora: none of these names stands in the articles that ship with the project."""

import pytest

from rag.names import fold
from rag.vocabulary import Vocabulary

_WORDS = "the of and harbour mature said paris"
COMMON = {word: rank for rank, word in enumerate(_WORDS.split())}
TEXT = (
    "Yesterday Admiral Kuzniecow met Mr Chruschtschow and Zoë Ångström in Ljubljana. "
    "The mayor, José Pérez, praised Belousow, Hadjiyev and Niger. In 2019 Iran said no. "
    "Mature wine from Austria was served to Mario. The harbour of Sebastopol was closed."
)
VOCABULARY = Vocabulary.of([TEXT], COMMON)


def spellings(asked: str, is_name: bool = True) -> dict[str, str]:
    return {each.stands: each.how for each in fold(asked, VOCABULARY, is_name)}


@pytest.mark.parametrize(
    ("asked", "stands", "how"),
    [
        ("Kuznetsov", "Kuzniecow", "transliteration"),
        ("Kouznetsov", "Kuzniecow", "transliteration"),
        ("Khrushchev", "Chruschtschow", "misspelling"),
        ("Zoe", "Zoë", "accents"),
        ("Angstrom", "Ångström", "accents"),
        ("Perez", "Pérez", "accents"),
        ("Belousov", "Belousow", "transliteration"),
        ("Белоусов", "Belousow", "transliteration"),
        ("Sevastopol", "Sebastopol", "misspelling"),
        ("Lubljana", "Ljubljana", "misspelling"),
    ],
)
def test_spellings_of_one_name_are_folded(asked: str, stands: str, how: str) -> None:
    assert spellings(asked).get(stands) == how


@pytest.mark.parametrize(
    "asked", ["Iraq", "Nigeria", "Australia", "Maria", "2018", "2019", "Maturo", "Marino", "Paris"]
)
def test_other_names_and_numbers_are_not_folded(asked: str) -> None:
    assert spellings(asked) == {}


def test_a_name_typed_small_is_folded_all_the_same() -> None:
    assert spellings("belousov", is_name=False) == {"Belousow": "transliteration"}


def test_an_ordinary_word_is_not_taken_for_a_name() -> None:
    assert spellings("mature", is_name=False) == {}


def test_a_name_the_articles_know_is_never_a_misspelling() -> None:
    vocabulary = Vocabulary.of(["Hansen met Hanson. Nobody met Hansun."], COMMON)
    assert fold("Hansen", vocabulary, True) == ()
    assert {each.stands for each in fold("Hanssin", vocabulary, True)} == {
        "Hansen",
        "Hanson",
        "Hansun",
    }
