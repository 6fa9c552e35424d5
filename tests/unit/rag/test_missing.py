import pytest

from rag.expand import Expander
from rag.vocabulary import Vocabulary

COMMON = {
    word: rank
    for rank, word in enumerate(["the", "of", "and", "dmitry", "office", "state", "said"])
}
TEXT = "Dimitri Belov of the state port met Suchoj pilots. The European Union was silent."
EXPANDER = Expander(Vocabulary.of([TEXT], COMMON))


@pytest.mark.parametrize(
    ("asked", "stands"), [("Dmitry", "Dimitri"), ("Sukhois", "Suchoj"), ("Sukhoi's", "Suchoj")]
)
def test_a_vowel_or_a_plural_does_not_hide_a_name(asked: str, stands: str) -> None:
    expansion = EXPANDER.expand(f"What did the {asked} do?")
    assert (asked, stands) in expansion.folded
    assert expansion.missing == ()


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("What did the EU and the UN say?", ()),
        ("What did the State Office say?", ()),
        ("What did the Cavern Office say?", ("Cavern Office",)),
        ("What did Quill Harrow say?", ("Quill Harrow",)),
    ],
)
def test_doubtful_names_are_not_called_missing(question: str, missing: tuple[str, ...]) -> None:
    assert EXPANDER.expand(question).missing == missing
