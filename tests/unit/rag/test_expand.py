import pytest

from rag.expand import Expander
from rag.vocabulary import Vocabulary

_WORDS = "the of and harbour said what did who describe how many canal close positive ferries with"
COMMON = {word: rank for rank, word in enumerate(_WORDS.split())}
TEXT = (
    "Zoë Ångström said the harbour cbad would close on 3 May 2031. Twelve ferries, 4,500 people "
    "and a ukrainian pilot met Belousow. The U.S. envoy was postive."
)
EXPANDER = Expander(Vocabulary.of([TEXT], COMMON))


def test_variants_are_pairs_of_asked_and_standing() -> None:
    expansion = EXPANDER.expand("What did Angstrom and Belousov's pilot do with the canal?")
    assert expansion.folded == (
        ("Angstrom", "Ångström"),
        ("Belousov's", "Belousow"),
        ("canal", "cbad"),
    )
    assert expansion.missing == ()


def test_the_question_takes_the_spelling_of_the_articles_but_not_their_damage() -> None:
    expansion = EXPANDER.expand("Who met Belousov at the canal?")
    assert expansion.rewritten == "Who met Belousow at the canal?"


def test_a_text_is_read_as_the_question_spells() -> None:
    expansion = EXPANDER.expand("Did Angstrom close the canal?")
    assert expansion.as_asked("Ångström: the Cbad, closed.") == "Angstrom: the canal, closed."
    assert EXPANDER.expand("How many?").as_asked("as it is") == "as it is"


def test_a_misprint_in_the_articles_is_found_by_the_word() -> None:
    assert ("positive", "postive") in EXPANDER.expand("Was it positive?").folded


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("What did Emil Nilsen say in 2030?", ("Emil Nilsen", "2030")),
        ("How many people? 4500? 12?", ()),
        ("Describe Ukraine.", ()),
        ("What did the US envoy say in June?", ()),
        ("who is nilsen", ("nilsen",)),
        ("Who is nilsen's friend, with Zoë?", ()),
        ("What did Angstrom say?", ()),
        ("WHAT DID NILSEN CLOSE?", ("NILSEN",)),
        ("Did 3 ferries close? 37?", ("37",)),
    ],
)
def test_missing_is_only_what_stands_nowhere(question: str, missing: tuple[str, ...]) -> None:
    assert EXPANDER.expand(question).missing == missing
