import pytest

from index.errors import BadInputError
from index.hyphens import word_joiner
from index.pdf_furniture import without_furniture
from index.pdf_lines import Line
from index.read_pdf import read_pdf
from tests.made_files import Placed, pdf_of


def column(*lines: str, top: float = 700, size: float = 11) -> list[Placed]:
    return [(70, top - 1.2 * size * at, size, words) for at, words in enumerate(lines)]


FIRST = (
    "Two planes of the Russian air force landed near the capital of Venezuela on",
    "Saturday. They carried 99 soldiers and 35 tons of equipment, as a wit-",
    "ness said who saw them.",
)
SECOND = (
    "The government called it a visit that had been agreed long ago between both",
    "states and said no more.",
)


def test_lines_become_paragraphs() -> None:
    page = column(*FIRST) + column(*SECOND, top=640)
    found = read_pdf(pdf_of([page], title="Planes land"))
    assert found.title == "Planes land"
    assert found.published is None
    assert found.text == (
        "Two planes of the Russian air force landed near the capital of Venezuela on Saturday. "
        "They carried 99 soldiers and 35 tons of equipment, as a witness said who saw them.\n\n"
        "The government called it a visit that had been agreed long ago between both states and "
        "said no more."
    )


def test_a_heading_in_larger_letters_stands_alone() -> None:
    page = column("Planes land in Caracas", top=740, size=20) + column(*FIRST)
    assert read_pdf(pdf_of([page])).text.startswith("Planes land in Caracas\n\nTwo planes of")


def test_running_titles_and_page_numbers_are_left_out() -> None:
    pages = [
        [
            (70.0, 800.0, 9.0, "The Daily Post"),
            *column(f"Story {word} tells of planes that came and went again over the sea."),
            (290.0, 30.0, 9.0, f"Page {number}"),
        ]
        for number, word in enumerate(("one", "two", "three"), start=1)
    ]
    text = read_pdf(pdf_of(pages)).text
    assert "Daily Post" not in text
    assert "Page" not in text
    assert text.count("planes that came") == 3


def test_a_sentence_goes_on_over_the_page() -> None:
    pages = [
        column(*FIRST[:1], top=60),
        column("Saturday morning, and 99 soldiers came with them."),
    ]
    assert read_pdf(pdf_of(pages)).text == (
        "Two planes of the Russian air force landed near the capital of Venezuela on Saturday "
        "morning, and 99 soldiers came with them."
    )


@pytest.mark.parametrize("made_up", ["Microsoft Word - a.docx", "untitled", "report_v2.indd", ""])
def test_a_title_that_a_program_made_up_is_none(made_up: str) -> None:
    assert read_pdf(pdf_of([column(*FIRST)], title=made_up)).title is None


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "no PDF"),
        (b"<html>", "no PDF"),
        (b"%PDF-1.7 and nothing that belongs to one", "damaged"),
        (pdf_of([[]]), "no text in the PDF"),
    ],
)
def test_what_cannot_be_read_says_why(raw: bytes, reason: str) -> None:
    with pytest.raises(BadInputError, match=reason):
        read_pdf(raw)


def test_too_many_pages() -> None:
    with pytest.raises(BadInputError, match="more than 5,000 pages"):
        read_pdf(pdf_of([[]] * 5001))


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        ("informa", "tion", "information"),
        ("Zaj", "arova", "Zajarova"),
        ("long", "term", "long-term"),
        ("anti", "Putin", "anti-Putin"),
        ("Qwrt", "zpsk", "Qwrt-zpsk"),
    ],
)
def test_a_parted_word_is_put_together_where_it_is_certain(
    before: str, after: str, word: str
) -> None:
    join = word_joiner(["zajarova", "long-term", "planes"])
    assert join(before, after) == word


def test_one_page_has_no_furniture_and_body_lines_stay() -> None:
    def line(text: str, page: int, top: float) -> Line:
        return Line(text, page, 70, 500, top - 12, top)

    alone = [line("The Daily Post", 0, 800), line("Story.", 0, 700)]
    assert without_furniture([alone]) == [alone]
    planets = ("Mars", "Venus", "Saturn", "Neptune")
    pages = [
        [
            line("Head", n, 800),
            *(line(f"{w} on {planet}.", n, 700 - 20 * i) for i, w in enumerate("abcde")),
        ]
        for n, planet in enumerate(planets)
    ]
    assert [[each.text for each in page] for page in without_furniture(pages)] == [
        [f"{w} on {planet}." for w in "abcde"] for planet in planets
    ]
