from hypothesis import example, given
from hypothesis import strategies as st

from index.romanised import sounds
from rag.expand import Expander
from rag.misspelt import distance
from rag.names import fold
from rag.vocabulary import Vocabulary

WORDS = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=12)
KEYS = st.text("abegikouzSTCXv", min_size=1, max_size=8)


@given(st.lists(WORDS, max_size=20), WORDS)
@example([], "S")
def test_whatever_is_folded_stands_in_the_articles(words: list[str], asked: str) -> None:
    vocabulary = Vocabulary.of([" ".join(words)], {})
    for is_name in (True, False):
        for each in fold(asked, vocabulary, is_name):
            assert each.stands in vocabulary


@given(st.lists(st.integers(0, 99999).map(str), max_size=20), st.integers(0, 99999))
def test_numbers_are_never_folded(numbers: list[str], asked: int) -> None:
    assert fold(str(asked), Vocabulary.of([" ".join(numbers)], {}), True) == ()


@given(st.lists(WORDS, max_size=20).map(" ".join), st.lists(WORDS, max_size=8).map(" ".join))
def test_a_question_taken_from_the_text_misses_nothing(text: str, question: str) -> None:
    expander = Expander(Vocabulary.of([text + " " + question], {}))
    assert expander.expand(question).missing == ()


@given(KEYS, KEYS)
def test_the_distance_is_symmetric_and_zero_for_the_same(a: str, b: str) -> None:
    assert abs(distance(a, b) - distance(b, a)) < 1e-9
    assert distance(a, a) == 0 <= distance(a, b)


@given(st.text(max_size=15))
def test_keys_are_letters_whatever_the_word(word: str) -> None:
    assert all(key.isalpha() or key == "" for key in sounds(word))
