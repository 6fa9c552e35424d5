import pytest

from eval.added_words import added, follow_ups, measure
from eval.followups import Turn

TALK = ("What is the Bremen Accord?", "Who were its first signatories?")


def test_words_are_compared_without_their_plural_and_small_words_do_not_count() -> None:
    turn = Turn("1", "Where did they meet?", "", TALK)
    assert added(turn, "Where did the first signatory of the Bremen Accord meet?") == {
        "first",
        "signatory",
        "bremen",
        "accord",
    }


def test_words_that_no_earlier_question_has_do_not_count() -> None:
    turn = Turn("1", "Where did they meet?", "", TALK)
    assert added(turn, "Where did the Frisians meet in 1402?") == set()


def test_a_rewrite_is_held_against_the_persons() -> None:
    turns = [
        Turn("1", "Who signed it?", "Who signed the Bremen Accord?", TALK),
        Turn("2", "Is Oslo cold?", "Is Oslo cold?", TALK),
        Turn("3", "And why?", "Why was the Bremen Accord signed?", TALK),
    ]
    found = measure(turns, lambda question, history: f"{question} accord signatories")
    assert found.turns == 3
    assert found.precision == pytest.approx(2 / 6)
    assert found.recall == pytest.approx(2 / 4)
    assert found.f1 == pytest.approx(0.4)
    assert found.exact == 0


def test_nothing_added_is_right_where_nothing_is_needed() -> None:
    turns = [Turn("2", "Is Oslo cold?", "Is Oslo cold?", TALK)]
    assert measure(turns, lambda question, history: question).exact == 1


def test_the_written_conversations_are_whole() -> None:
    turns = list(follow_ups())
    assert len(turns) > 4000
    assert all(turn.question.strip() and turn.rewrite.strip() and turn.history for turn in turns)
    assert len({turn.qid for turn in turns}) == len(turns)
