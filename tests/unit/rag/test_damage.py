import pytest

from rag.damage import repaired
from rag.vocabulary import Vocabulary

_WORDS = (
    "the a glass classic compass government modern opened window station is canal of "
    "harbour class bass passengers slipped bad badge horn home"
)
COMMON = {word: rank for rank, word in enumerate(_WORDS.split())}


def vocabulary(text: str) -> Vocabulary:
    return Vocabulary.of([text], COMMON)


@pytest.mark.parametrize(
    ("stands", "was"),
    [
        ("clbadic", "classic"),
        ("combutt", None),
        ("compbutt", "compass"),
        ("govemment", "government"),
        ("modem", "modern"),
        ("vvindow", "window"),
        ("g0vernment", "government"),
        ("stationis", "station is"),
        ("pbadengers", "passengers"),
    ],
)
def test_one_step_is_undone_when_it_makes_an_ordinary_word(stands: str, was: str | None) -> None:
    found = vocabulary(f"a {stands} opened").damaged(stands)
    assert (found.was[0] if found else None) == was


def test_ordinary_words_and_names_are_left_alone() -> None:
    text = "The badge of Modem and Hom: a bad home, a horn"
    assert repaired(text, vocabulary(text)) == text


def test_damage_is_found_by_the_word_that_was_meant() -> None:
    known = vocabulary("A clbadic Clbad slipped into the Cbad")
    assert [each.surface for each in known.damaged_from("class")] == ["Clbad"]
    assert [each.surface for each in known.damaged_from("classic")] == ["clbadic"]
    assert [each.surface for each in known.damaged_from("canal")] == ["Cbad"]


def test_a_repaired_view_keeps_everything_else() -> None:
    text = "The Clbadic  g0vernment—“opened” the stationis."
    assert repaired(text, vocabulary(text)) == "The Classic  government—“opened” the station is."


def test_text_without_damage_is_returned_as_it_is() -> None:
    assert repaired("the harbour", vocabulary("the harbour")) == "the harbour"
