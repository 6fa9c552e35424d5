import pytest

from rag.decompose import decompose
from rag.sources_asked import SourceNames

NAMES = SourceNames(["The Fjord", "Nordlys"])


def test_a_comparison_is_taken_apart_by_its_sources() -> None:
    parts = decompose(
        "Does The Fjord article claim that herring catches fell sharply, while Nordlys on "
        "October 7, 2023 reported that cod prices doubled in Tromsø?",
        NAMES,
    )
    assert [part.text for part in parts] == [
        "Does article claim that herring catches fell sharply",
        "on October 7, 2023 reported that cod prices doubled in Tromsø?",
    ]
    assert [part.constraints.sources for part in parts] == [("The Fjord",), ("Nordlys",)]
    assert parts[1].constraints.wanted[0].since == "2023-10-07"


def test_a_part_without_a_source_may_be_in_any_that_is_named() -> None:
    parts = decompose(
        "Which skipper, covered by The Fjord and Nordlys, sold three old trawlers last winter, and "
        "is also accused of hiding catches from inspectors?",
        NAMES,
    )
    assert len(parts) == 2
    assert parts[1].constraints.sources == ("The Fjord", "Nordlys")


@pytest.mark.parametrize(
    "question",
    [
        "How many soldiers did the two planes carry?",
        "Who commanded the ship and the crew?",
        "Where, and when?",
        "",
    ],
)
def test_a_question_that_asks_one_thing_stays_whole(question: str) -> None:
    assert decompose(question, NAMES) == ()
