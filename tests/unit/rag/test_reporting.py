import pytest

from rag.mentions import find_mentions
from rag.reporting import without_reporting
from rag.sources_asked import SourceNames

NAMES = SourceNames(["The Fjord", "Nordlys", "Bergen Post"])


def bare(question: str) -> str:
    return without_reporting(find_mentions(question, NAMES))


@pytest.mark.parametrize(
    ("question", "left"),
    [
        (
            "Which skipper sold three trawlers, as reported by both The Fjord and Nordlys?",
            "Which skipper sold three trawlers ?",
        ),
        (
            "Does the 'Nordlys' article of October 7, 2023 suggest that cod became dearer?",
            "Does cod became dearer?",
        ),
        ("According to The Fjord, why did the ferry sink?", ", why did the ferry sink?"),
        (
            "Who is the mayor mentioned in articles from The Fjord, Nordlys, and Bergen Post?",
            "Who is the mayor ?",
        ),
    ],
)
def test_who_reported_it_is_taken_out(question: str, left: str) -> None:
    assert bare(question) == left


def test_the_date_of_what_happened_stays() -> None:
    question = "What did Nordlys say of the storm of October 7, 2023?"
    assert "October 7, 2023" in bare(question)


def test_a_question_that_names_no_publication_is_as_it_was() -> None:
    question = "Who said that the article was reported by the mayor?"
    assert bare(question) == question
