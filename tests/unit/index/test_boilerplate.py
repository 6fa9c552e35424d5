import pytest

from index.boilerplate import boilerplate


def seen(text: str) -> list[str]:
    return [text[start:end] for start, end in boilerplate(text)]


@pytest.mark.parametrize(
    "line",
    [
        "[ad_1]",
        "Advertisement",
        "ADVERTISEMENT Article continues below this ad",
        "Further string of article under video material",
        "Subscribe free to our daily newsletter",
        "CLICK HERE TO SIGN UP FOR OUR HEALTH NEWSLETTER",
        "Please follow and like us:",
        "Source link",
        "Share this on Facebook",
        "Facebook Twitter Whatsapp Reddit Email Share",
        "This post was originally posted on PanAm Post – View Original Article",
        "This site uses cookies to improve your experience",
        "© AAP",
        "READ MORE: Eddie reveals great World Cup regret",
        "Sport email {{ #verifyErrors }} {{ message }} {{ /verifyErrors }}",
        "If you buy something from a link, we may earn a commission.",
        "Maduro, after a day of tension Credit: Miraflores Press Office via AP)",
        "Protesters in Caracas. Photograph: Ann Other/The Paper",
        "(Top photo: Ethan Miller / Getty Images)",
        "Photo by Ann Other / The Paper",
        "Maduro in 2018 (Getty)",
        "![A plane](plane.jpg)",
    ],
)
def test_furniture_and_captions_are_seen(line: str) -> None:
    assert seen(f"Two planes came to Caracas.\n\n{line}\n\nThey carried soldiers.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Russian calculation",
        "Twitter",
        "The company earned a commission of 5 percent on each sale.",
        "Advertisements for the party were shown on state television all week.",
        "He urged readers to subscribe to the newspaper, which has lost half its staff.",
        "Share prices fell by 3 percent.",
        "The image of the president: a man alone",
        "Give credit where it is due, she said: the army stayed in its barracks.",
        "Two planes landed near the capital, the ministry said. (Reuters)",
        "Sign up now or lose the war, the recruiters told them.",
        "This story first appeared to be a joke.",
        "Print is dead, the publisher said.",
        "The International Monetary Fund (IMF)",
        "Watch the skies, he said.",
    ],
)
def test_reporting_is_kept(line: str) -> None:
    assert seen(f"Two planes came to Caracas.\n\n{line}\n\nThey carried soldiers.") == []


def test_related_posts_take_their_headlines_and_stop_at_prose() -> None:
    text = (
        "Planes came.\n\nRelated Posts\n\nWhy Doesn’t She Fund Her Own Plan?\n\n"
        "30 years later, tanks are still…\n\nRussia has made it clear that it stays."
    )
    assert seen(text) == [
        "Related Posts",
        "Why Doesn’t She Fund Her Own Plan?",
        "30 years later, tanks are still…",
    ]


def test_a_caption_takes_the_line_it_repeats() -> None:
    line = "In Caracas, clashes broke out between both sides."
    text = f"Planes came.\n\n{line}\n{line} Source: AP – Credit: Ann Other\n\nThey left."
    assert seen(text) == [line, f"{line} Source: AP – Credit: Ann Other"]


def test_the_lead_caption_by_a_handle() -> None:
    caption = "Russia does not want a war over Venezuela, it has said (somebody)"
    assert seen(f"Title\n\n{caption}\n\nPlanes came.") == [caption]
    assert seen("One.\n\nTwo.\n\nThree.\n\nFour.\n\n" + caption + "\n\nPlanes came.") == []


def test_a_blurb_after_about_the_author_ends_the_article() -> None:
    blurb = "Has lived abroad for years. Writes about planes."
    assert seen(f"Planes came.\n\nAbout the Author\n\n{blurb}") == ["About the Author", blurb]
    assert seen(f"About the Author\n\n{'Planes came again. ' * 100}") == []


def test_front_matter_is_boilerplate() -> None:
    assert seen("---\ntitle: Planes\n---\nPlanes came.") == ["---\ntitle: Planes\n---\n"]


def test_a_text_of_nothing_else_is_its_own_content() -> None:
    assert seen("Advertisement") == []
    assert seen("Advertisement\n\n[ad_2]\n") == []
