import pytest

from index.bm25 import kept_length, passage_weight, question_weight


@pytest.mark.parametrize(
    ("words", "kept"), [(0, 0), (1, 1), (40, 40), (41, 40), (42, 42), (55, 54), (56, 56), (63, 60)]
)
def test_a_length_is_kept_in_one_byte(words: int, kept: int) -> None:
    assert kept_length(words) == kept


def test_a_word_counts_more_the_rarer_it_is_and_the_shorter_the_text() -> None:
    assert question_weight(100, 1) > question_weight(100, 50) > question_weight(100, 100) > 0
    assert passage_weight(1, 10, 20.0) > passage_weight(1, 30, 20.0)
    assert passage_weight(3, 10, 20.0) > passage_weight(1, 10, 20.0)
