import pytest

from rag.decompose import Part, decompose
from rag.mentions import find_mentions
from rag.sources_asked import SourceNames

NAMES = SourceNames(["The Fjord", "Nordlys"])


def parts_of(question: str) -> tuple[Part, ...]:
    return decompose(find_mentions(question, NAMES))


def test_a_comparison_is_taken_apart_by_its_sources() -> None:
    parts = parts_of(
        "Does The Fjord article claim that herring catches fell sharply, while Nordlys on "
        "October 7, 2023 reported that cod prices doubled in Tromsø?"
    )
    assert [part.text for part in parts] == [
        "Does herring catches fell sharply",
        "cod prices doubled in Tromsø?",
    ]
    assert [part.constraints.sources for part in parts] == [("The Fjord",), ("Nordlys",)]
    assert parts[1].constraints.wanted[0].since == "2023-10-07"


def test_a_part_without_a_source_may_be_in_any_that_is_named() -> None:
    parts = parts_of(
        "Which skipper, covered by The Fjord and Nordlys, sold three old trawlers last winter, and "
        "is also accused of hiding catches from inspectors?"
    )
    assert len(parts) == 2
    assert parts[1].constraints.sources == ("The Fjord", "Nordlys")


def test_what_a_publication_reports_is_taken_apart_by_its_verbs() -> None:
    parts = parts_of(
        "Which port, said by Nordlys to be selling its cranes, closing the old fish market, and "
        "having lost its last ferry to Bodø, was founded by monks?"
    )
    assert "closing the old fish market" in [part.text for part in parts]


def test_before_and_after_part_what_two_publications_said() -> None:
    question = (
        "Did Nordlys report the fire in the old harbour {} The Fjord named the arsonist Anna?"
    )
    for word in ("before", "after"):
        assert [part.constraints.sources for part in parts_of(question.format(word))] == [
            ("Nordlys",),
            ("The Fjord",),
        ]


@pytest.mark.parametrize(
    "question",
    [
        "How many soldiers did the two planes carry?",
        "Who commanded the ship and the crew?",
        "Where, and when?",
        "What did the old fishermen of the village do before the mayor closed the harbour?",
        "",
    ],
)
def test_a_question_that_asks_one_thing_stays_whole(question: str) -> None:
    assert parts_of(question) == ()
