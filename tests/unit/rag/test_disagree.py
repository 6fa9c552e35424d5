import pytest

from rag.disagree import disagreements
from rag.figures import figures
from rag.schema import Citation


def citation(n: int, exact: str, article: str | None = None, title: str = "") -> Citation:
    return Citation(
        n=n, id=str(n), article_id=article or f"a{n}", title=title, source=None, url=None,
        published=None, sha256="", start=0, end=len(exact), exact=exact, prefix="", suffix="",
        status="verified",
    )  # fmt: skip


ASKED = "How many sailors did the Freja carry?"


def values(question: str, *quotes: str) -> list[tuple[str, int]]:
    found = disagreements(question, [citation(n, quote) for n, quote in enumerate(quotes, 1)])
    return [(position.value, position.citation) for each in found for position in each.positions]


def test_two_articles_with_two_figures_are_shown_in_order() -> None:
    quotes = ("The Freja carried 54 sailors.", "Aboard the Freja were 1,200 sailors to carry.")
    assert values(ASKED, *quotes) == [("54", 1), ("1,200", 2)]
    first = disagreements(ASKED, [citation(n, q) for n, q in enumerate(quotes)])[0]
    assert first.about == "How many sailors did the Freja carry"


@pytest.mark.parametrize(
    "quotes",
    [
        ("The Freja carried 54 sailors.", "The Freja could carry 54 sailors."),
        ("The Freja carried 54 sailors.", "The Freja carried about 55 sailors."),
        ("The Freja carried 54 sailors.", "The Freja carried 35 tons."),
        ("The Freja carried 54 sailors.", "The Thor carried 60 sailors."),
        ("The Freja carried 54 sailors.", "The Freja, in 2019, did carry sailors."),
        ("The Freja carried 54 sailors.", "The Freja carried 20 sailors, then 30 sailors."),
        ("The Freja carried 54 sailors.",),
        (),
    ],
)
def test_what_may_agree_is_not_shown(quotes: tuple[str, ...]) -> None:
    assert values(ASKED, *quotes) == []


def test_one_article_does_not_disagree_with_itself() -> None:
    quotes = ("The Freja carried 54 sailors.", "The Freja carried 60 sailors.")
    cited = [citation(n, quote, article="same") for n, quote in enumerate(quotes)]
    assert disagreements(ASKED, cited) == ()


def test_dates_of_the_asked_event_are_compared() -> None:
    question = "When was the Freja built?"
    assert values(
        question,
        "The Freja was built on 3 May 1901 and sold in 1950.",
        "The Freja, built in March 1902, sank.",
        "The Freja was launched on 4 July 1903.",
    ) == [("3 May 1901", 1), ("March 1902", 2)]
    assert (
        values(question, "The Freja was built in May 1901.", "The Freja: built 1901-05-03.") == []
    )


def test_a_question_for_neither_figure_nor_date_is_left_alone() -> None:
    assert values("Who built the Freja?", "Ole built the Freja.", "Per built the Freja.") == []


def test_the_title_may_name_what_the_quote_does_not() -> None:
    cited = [
        citation(1, "She carried 54 sailors.", title="The Freja sails"),
        citation(2, "She carried 60 sailors.", title="Freja at sea"),
    ]
    assert len(disagreements(ASKED, cited)) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("about 2.5 million barrels of oil", [("2.5 million", 2_500_000.0, True)]),
        ("$35 tons, twelve Il-62 and 4th", [("$35", 35.0, False), ("twelve", 12.0, False)]),
        ("in 2019, at 10:30, 3/4", []),
        ("2,000 people and 1999 soldiers", [("2,000", 2000.0, False), ("1999", 1999.0, False)]),
    ],
)
def test_figures_are_read(text: str, found: list) -> None:
    assert [(each.text, each.value, each.is_hedged) for each in figures(text)] == found
