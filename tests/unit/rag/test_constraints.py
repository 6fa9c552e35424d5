import pytest

from rag.constraints import Wanted, read_constraints
from rag.dates_asked import dates_asked
from rag.mentions import find_mentions
from rag.sources_asked import SourceNames

NAMES = SourceNames(
    ["The Fjord", "Nordlys | News from the North", "Tidende - Sport", "Tidende - Culture",
     "Ålesund Post", "Daily.com", "The Harbour Times"]
)  # fmt: skip


def sources(question: str) -> list[tuple[str, ...]]:
    return [mention.sources for mention in NAMES.find(question)]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("according to The Fjord, who left?", [("The Fjord",)]),
        ("Who swam in the fjord?", []),
        ("Does 'Nordlys | News from the North' agree?", [("Nordlys | News from the North",)]),
        ("as reported by Nordlys", [("Nordlys | News from the North",)]),
        ("the nordlys was seen", []),
        ("What did Tidende write?", [("Tidende - Culture", "Tidende - Sport")]),
        ("What did Tidende - Sport write?", [("Tidende - Sport",)]),
        ("the Alesund Post and Daily", [("Ålesund Post",), ("Daily.com",)]),
        ("the Harbour Times article on eels", [("The Harbour Times",)]),
        ("Nordlysene", []),
    ],
)
def test_sources_are_found_by_the_names_of_the_index(question: str, found: list) -> None:
    assert sources(question) == found


@pytest.mark.parametrize("source", [": Reuters", ".com", "'", "’s"])
def test_a_source_without_a_name_stands_nowhere(source: str) -> None:
    assert SourceNames([source]).find("Who is it? Is it so?") == ()


def test_an_index_without_sources_names_none() -> None:
    assert SourceNames([]).find("according to The Fjord") == ()


@pytest.mark.parametrize(
    ("question", "dates"),
    [
        ("on October 7, 2023", [("2023-10-07", "2023-10-07")]),
        ("on 7th Oct 2023", [("2023-10-07", "2023-10-07")]),
        ("in June 2019", [("2019-06-01", "2019-06-30")]),
        ("in February 2024?", [("2024-02-01", "2024-02-29")]),
        ("in 2019?", [("2019-01-01", "2019-12-31")]),
        ("published at 2023-10-18T22:42:00+00:00", [("2023-10-18", "2023-10-18")]),
        ("before November 11, 2023", [(None, "2023-11-11")]),
        ("after 2023-10-18", [("2023-10-18", None)]),
        (
            "between October 1 and October 7, 2023",
            [("2023-10-01", "2023-10-01"), ("2023-10-07", "2023-10-07")],
        ),
        ("on November 16th", []),
        ("2019 soldiers of the 24th in May", []),
        ("Room 2023-99", []),
    ],
)
def test_dates_with_a_year_are_read(question: str, dates: list) -> None:
    assert [(date.since, date.until) for date in dates_asked(question)] == dates


def test_a_date_goes_with_its_source() -> None:
    question = (
        "Between The Fjord report of October 1, 2023 and the one in Nordlys on 2023-10-07, or "
        "Daily, what changed?"
    )
    assert read_constraints(find_mentions(question, NAMES)).wanted == (
        Wanted(("The Fjord",), "2023-10-01", "2023-10-01"),
        Wanted(("Nordlys | News from the North",), "2023-10-07", "2023-10-07"),
        Wanted(("Daily.com",)),
    )


def test_a_date_alone_is_wanted_of_any_source() -> None:
    assert read_constraints(find_mentions("What happened in June 2019?", NAMES)).wanted == (
        Wanted((), "2019-06-01", "2019-06-30"),
    )
    assert read_constraints(find_mentions("What happened?", NAMES)).wanted == ()
