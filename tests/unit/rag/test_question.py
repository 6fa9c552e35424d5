import pytest

from index.errors import BadInputError
from rag.question import LONGEST, checked
from rag.terms import terms


@pytest.mark.parametrize("question", ["", "   ", "\n\t", "?!", "…"])
def test_an_empty_question_is_refused(question: str) -> None:
    with pytest.raises(BadInputError, match="empty"):
        checked(question)


def test_a_pasted_article_is_refused_with_its_length() -> None:
    with pytest.raises(BadInputError, match="100,000"):
        checked("a" * 100_000)
    assert checked("a" * LONGEST) == "a" * LONGEST


def test_white_space_is_made_plain() -> None:
    assert checked("  What\nhappened? ") == "What happened?"


def test_function_words_are_not_searched_for() -> None:
    assert [term.word for term in terms("What did Guaydo say about the S-300?")] == [
        "Guaydo",
        "say",
        "S-300",
    ]


def test_a_question_of_function_words_keeps_them() -> None:
    assert [term.word for term in terms("Who was he?")] == ["Who", "was", "he"]
