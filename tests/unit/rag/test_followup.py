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
        (
            ["What is the Harbour Act?", "Who opposed it?"],
            "What are the effects on fishing?",
            "What are the effects of the Harbour Act on fishing?",
        ),
        (
            ["Tell me about the history of lighthouses."],
            "How many types are there?",
            "How many types of lighthouses are there?",
        ),
        (
            ["Tell me about the history of lighthouses.", "Why do the Danes paint them red?"],
            "What came before them?",
            "What came before lighthouses?",
        ),
        (
            ["What is Ilse Brandt's party?"],
            "When did she resign?",
            "When did Ilse Brandt resign?",
        ),
        (
            ["Who was the captain of the Nordlys?"],
            "How old was he?",
            "How old was the captain of the Nordlys?",
        ),
        (["Who is Ilse Brandt?", "Was she ill?"], "Is he?", "Is he (Ilse Brandt ill)?"),
        (
            ["How are rye and barley grown?"],
            "Where are they sold?",
            "Where are rye and barley sold?",
        ),
        (
            ["Tell me about the Bremen Accord."],
            "Who opposed the accord?",
            "Who opposed the Bremen Accord?",
        ),
        (
            ["What is there to see in Tromsø?"],
            "When was the city founded?",
            "When was the city founded (Tromsø)?",
        ),
        (["Why do eels swim so far?"], "Why doesn't it hurt?", "Why doesn't it hurt (eels)?"),
        (
            ["What problem does the Harbour Act solve?", "Did it pass?"],
            "How does it work?",
            "How does the Harbour Act work?",
        ),
        (["How is sewage treated?"], "Where is it stored?", "Where is sewage stored?"),
        (
            ["What is Holberg's theory?"],
            "Who used this idea?",
            "Who used this idea (Holberg's theory)?",
        ),
        (
            ["How do I choose a ferry?"],
            "What does a cheap one cost?",
            "What does a cheap ferry cost?",
        ),
        (
            ["What is a sonnet?"],
            "What are the most famous ones?",
            "What are the most famous sonnets?",
        ),
        (["Is butter healthy?"], "What about cheese?", "Is cheese healthy?"),
        (["Do they pay the Queen?"], "And Ilse Brandt?", "Do they pay Ilse Brandt?"),
        (["Is butter healthy?"], "I meant cheese", "Is cheese healthy?"),
        (
            ["How do I sharpen a kitchen knife?"],
            "At what angle?",
            "At what angle (I sharpen a kitchen knife)?",
        ),
        (
            ["Who opposed the Harbour Act in Parliament?"],
            "And Norway?",
            "And Norway (opposed the Harbour Act in Parliament)?",
        ),
        (
            ["How many seals live in the Frisian Harbour?"],
            "What do they eat?",
            "What do they eat (seals live in the Frisian Harbour)?",
        ),
        (
            ["How many sonnets did Ilse Brandt write?", "Where are they kept?"],
            "Who reads them?",
            "Who reads sonnets?",
        ),
        (
            ["What do eels eat?", "How do I get to Tromsø?"],
            "How big are they?",
            "How big are eels?",
        ),
        (
            ["What is Holberg's theory?"],
            "How long does it take?",
            "How long does Holberg's theory take?",
        ),
        (
            ["What other factors did the farmers name?"],
            "What about economic factors?",
            "What other economic factors did the farmers name?",
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
        "Can I grow rye indoors? If so, how can I do that?",
        "Are there any hotels in Oslo?",
        "What is a sonnet?",
        "Does honey spoil?",
        "What are the most popular books?",
        "Tax law",
    ],
)
def test_a_question_that_stands_alone_stays_as_it_is(question: str) -> None:
    assert rewrite(question, [PLANES]) == question


def test_the_subject_changes_when_something_new_is_asked_about() -> None:
    history = [PLANES, "Tell me about the Bremen Accord."]
    assert rewrite("Who signed it?", history) == "Who signed the Bremen Accord?"


def test_what_most_questions_were_about_outlasts_a_digression() -> None:
    history = [
        "Tell me about the Bremen Accord.",
        "Why was it signed?",
        "Who were the Frisians?",
        "What was their role in it?",
    ]
    alone = rewrite("What other treaties failed?", history)
    assert alone == "What other treaties failed (the Bremen Accord)?"


def test_without_history_nothing_changes() -> None:
    assert rewrite("Who signed it?", []) == "Who signed it?"
    assert rewrite("Who signed it?", ["?"]) == "Who signed it?"
