import pytest

from rag.followup import rewrite

PLANES = "How many sailors did the two Danish ships carry to Nuuk in May?"


@pytest.mark.parametrize(
    ("history", "question", "alone"),
    [
        (
            [PLANES],
            "And how much equipment did they bring?",
            "And how much equipment did the two Danish ships bring?",
        ),
        (
            [PLANES],
            "And how much equipment?",
            "How much equipment did the two Danish ships carry to Nuuk in May?",
        ),
        (
            [PLANES],
            "And in June?",
            "How many sailors did the two Danish ships carry to Nuuk in June?",
        ),
        ([PLANES], "Who built them?", "Who built the two Danish ships?"),
        ([PLANES, "Who built them?"], "Are they safe?", "Are the two Danish ships safe?"),
        (["What is lung cancer?"], "What are its symptoms?", "What are lung cancer's symptoms?"),
        (
            ["Tell me about the Bremen Accord."],
            "Why was it signed?",
            "Why was the Bremen Accord signed?",
        ),
        (
            ["Tell me about the Bremen Accord."],
            "What are the main points?",
            "What are the main points of the Bremen Accord?",
        ),
        (["Who is Ilse Brandt?"], "When did she resign?", "When did Ilse Brandt resign?"),
        (["Who is Ilse Brandt?"], "Her age?", "Ilse Brandt's age?"),
        (["What is there to see in Tromsø?"], "Can I fly there?", "Can I fly in Tromsø?"),
        (
            ["Who commanded the two Danish ships?"],
            "How old is he?",
            "How old is he (commanded the two Danish ships)?",
        ),
        (
            ["What did Brandt demand of Denmark?"],
            "Was that refused?",
            "Was that refused (Brandt demand of Denmark)?",
        ),
    ],
)
def test_a_follow_up_is_said_with_its_subject(
    history: list[str], question: str, alone: str
) -> None:
    assert rewrite(question, history) == alone


@pytest.mark.parametrize(
    "question",
    [
        "Who is the mayor of Tromsø?",
        "What is mortadella and where is it from?",
        "How do firms pay their staff?",
        "Is it true that Oslo is in Norway?",
        "How long does it take to fly to Oslo?",
        "Are there any hotels in Oslo?",
    ],
)
def test_a_question_that_stands_alone_stays_as_it_is(question: str) -> None:
    assert rewrite(question, [PLANES]) == question


def test_the_subject_changes_when_something_new_is_asked_about() -> None:
    history = [PLANES, "Tell me about the Bremen Accord."]
    assert rewrite("Who signed it?", history) == "Who signed the Bremen Accord?"


def test_without_history_nothing_changes() -> None:
    assert rewrite("Who signed it?", []) == "Who signed it?"
    assert rewrite("Who signed it?", ["?"]) == "Who signed it?"
