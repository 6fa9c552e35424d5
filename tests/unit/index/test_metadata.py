import pytest

from index.metadata import Description, describe


def test_front_matter_says_all() -> None:
    text = (
        '---\ntitle: "Planes: two"\nDate: 2019-06-03T10:00:00Z\nsource: El País\n'
        "url: https://example.org/a\ntags:\n  - x\n---\nBody.\n"
    )
    assert describe(text) == Description(
        "Planes: two", "El País", "2019-06-03", "https://example.org/a"
    )


def test_a_rule_is_no_front_matter() -> None:
    assert describe("---\n\nBody starts here.\n---\n") == Description()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Two planes land\n\nThey came.", "Two planes land"),
        ("\n\n  Is Putin winning? \n\n\nThey came.", "Is Putin winning?"),
        ("# Two planes land #\nThey came.", "Two planes land"),
        ("Two planes land\n====\n\nThey came.", "Two planes land"),
        ("Two planes land\nThey came.", None),
        ("Two planes landed.\n\nThey came.", None),
        ("He said “we will stay.”\n\nThey came.", None),
        ("Two planes land", None),
        ("[ad_1]\n\nThey came.", None),
        ("By Ann Other\n\nThey came.", None),
        ("June 3, 2019\n\nThey came.", None),
        ("and so it went on\n\nThey came.", None),
        ("word " * 30 + "\n\nThey came.", None),
        ("", None),
    ],
)
def test_a_title_stands_alone_and_ends_like_none(text: str, title: str | None) -> None:
    assert describe(text).title == title


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Body.\n\nThis post was originally posted on PanAm Post – View Original", "PanAm Post"),
        ("Body.\n\nThis article first appeared in The Moscow Times on 3 May.", "The Moscow Times"),
        ("Originally published by ProPublica", "ProPublica"),
        ("Title\n\nSource: The Guardian\n\nBody.", "The Guardian"),
        ("Title\n\nCARACAS, June 3 (Reuters) - Planes came.", "Reuters"),
        ("WASHINGTON (AP) — Planes came.", "AP"),
        ("Two planes. Source: AP – Credit: Ariana Cubillos", None),
        ("Reuters reported that planes came.", None),
        ("The virus came later. This first appeared in Wuhan.", None),
        ("Body.\n" * 10 + "Source: World Bank", None),
        ("Source: Reuters\nSource: AFP\n\nBody.", None),
    ],
)
def test_a_source_is_stated_not_guessed(text: str, source: str | None) -> None:
    assert describe(text).source == source


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Title\n\nPublished: 2019-06-03 10:00\n\nBody.", "2019-06-03"),
        ("Title\n\nPublished on Monday, 3 June 2019 by Ann Other\n\nBody.", "2019-06-03"),
        ("May 16, 2019 - Something happened.", "2019-05-16"),
        ("Title\n\nCARACAS, June 3, 2019 (Reuters) - Planes came.", "2019-06-03"),
        ("June 3, 2019\n\nPlanes came.", "2019-06-03"),
        ("Title\n\nPublished 14 October\n\nBody.", None),
        ("On June 3, 2019, planes came.", None),
        ("On Monday, June 3, 2019 - a week later - planes came.", None),
        (
            "Published on June 3, 2019, the report says that two planes came to Caracas with men.",
            None,
        ),
        ("Body.\n" * 10 + "June 3, 2019", None),
    ],
)
def test_a_date_in_prose_is_no_publication_date(text: str, published: str | None) -> None:
    assert describe(text).published == published


def test_an_address_at_the_head() -> None:
    assert describe("URL: https://example.org/a\n\nBody.").url == "https://example.org/a"
    assert describe("See https://example.org/a for more.").url is None
