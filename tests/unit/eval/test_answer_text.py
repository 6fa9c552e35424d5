import pytest

from eval.answer_text import exact_match, normalised, occurrences, stands_in, token_f1
from index.schema import Span


@pytest.mark.parametrize(
    ("answer", "text", "expected"),
    [
        ("64", "164 people", False),
        ("64", "about 64 people", True),
        ("99 Soldiers", "they brought 99\n soldiers.", True),
        ("$5", "it cost $5.", True),
        ("C++", "written in C++, they say", True),
        ("art", "party", False),
        ("", "anything", False),
        ("a.c", "abc", False),
    ],
)
def test_an_answer_stands_as_words_of_its_own(answer: str, text: str, expected: bool) -> None:
    assert stands_in(answer, text) is expected


def test_every_occurrence_with_its_span() -> None:
    assert list(occurrences("gold", "Gold, gold and golden")) == [Span(0, 4), Span(6, 10)]


def test_normalised_as_squad_does() -> None:
    assert normalised("The  Kremlin's, a Place!") == "kremlins place"
    assert exact_match("The place.", "place") == 1
    assert exact_match("places", "place") == 0


@pytest.mark.parametrize(
    ("given", "gold", "expected"),
    [
        ("two planes", "two planes", 1),
        ("two planes landed", "two ships", 0.4),
        ("", "x", 0),
        ("the", "a", 1),
    ],
)
def test_token_f1(given: str, gold: str, expected: float) -> None:
    assert token_f1(given, gold) == pytest.approx(expected)
