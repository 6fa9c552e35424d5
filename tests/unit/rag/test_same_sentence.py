import pytest

from rag.same_sentence import same_sentence

TOLD = "The two Russian planes carried equipment and ninety-nine soldiers to Caracas on Saturday."


@pytest.mark.parametrize(
    "copy",
    [
        "Two Russian planes carried equipment and ninety-nine soldiers to Caracas on Saturday.",
        "The two Russian planes carried equipment and ninety-nine soldiers to Cáracas on Saturday.",
        "Meanwhile the two Russian planes also carried equipment and ninety-nine soldiers to"
        " Caracas on Saturday.",
        TOLD.replace("The two", "The two of the"),
        "The two Russian planes carried equipmant and ninety-nine soldiers to Caracas on Saturday.",
    ],
)
def test_words_that_state_nothing_may_differ(copy: str) -> None:
    assert same_sentence(TOLD, copy)
    assert same_sentence(copy, TOLD)


@pytest.mark.parametrize(
    "other",
    [
        TOLD.replace("two", "three"),
        TOLD.replace("Russian", "Cuban"),
        TOLD.replace("Russian ", ""),
        "The two Russian planes never carried equipment and ninety-nine soldiers to Caracas on"
        " Saturday.",
        "The two Russian planes carried weapons and ninety-nine soldiers to Caracas on Saturday.",
        "The two Russian planes reportedly carried equipment and ninety-nine soldiers to Caracas"
        " on Saturday.",
        "The two Russian planes carried equipment and ninety-nine soldiers to Caracas on Sunday.",
    ],
)
def test_a_figure_a_name_a_deed_or_a_doubt_may_not(other: str) -> None:
    assert not same_sentence(TOLD, other)
    assert not same_sentence(other, TOLD)


def test_amounts_keep_their_currency_and_sign() -> None:
    assert not same_sentence(
        "It cost the company exactly $5 million.", "It cost the company exactly €5 million."
    )
    assert not same_sentence(
        "They went up by 5 points last week.", "They went up by -5 points last week."
    )


def test_in_a_short_sentence_every_word_counts() -> None:
    assert not same_sentence("He gladly left.", "He left.")
