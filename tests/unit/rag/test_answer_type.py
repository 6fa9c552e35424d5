import pytest

from rag.answer_type import answer_type, holds


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How many soldiers came?", "number"),
        ("What is the inflation rate?", "number"),
        ("In what year did they come?", "date"),
        ("When was it built?", "date"),
        ("Who said that?", "name"),
        ("By whom was it built?", "name"),
        ("Why did they leave?", None),
        ("What happened in Oslo?", None),
    ],
)
def test_question_words_decide(question: str, kind: str | None) -> None:
    assert answer_type(question) == kind


@pytest.mark.parametrize(
    ("question", "sentence", "held"),
    [
        ("How many soldiers came?", "It carried 99 soldiers.", True),
        ("How many soldiers came?", "Dozens of soldiers came.", True),
        ("How many soldiers came?", "The soldiers came by night.", False),
        ("How many of the 99 left?", "All 99 stayed behind.", True),
        ("How many of the 99 left?", "The 99 stayed behind.", False),
        ("When was it built?", "It was built in 1950.", True),
        ("When was it built?", "It was built of wood.", False),
        ("Who said that?", "That was said by Anna Krol.", True),
        ("Who said that?", "that was said quietly.", False),
        ("Why did they leave?", "anything", True),
    ],
)
def test_a_sentence_holds_the_kind_or_not(question: str, sentence: str, held: bool) -> None:
    assert holds(answer_type(question), sentence, question) is held
