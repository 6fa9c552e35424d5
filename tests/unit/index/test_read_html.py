import pytest

from index.errors import BadInputError
from index.extracted import Extracted
from index.read_html import read_html
from tests.made_files import page_of

STORY = [
    "Two planes of the Russian air force landed at Maiquetía on Saturday with 99 soldiers.",
    "They carried 35 tons of equipment, a witness said, and were met by Guaidó’s opponents.",
    "The government called it a visit “within the framework of cooperation” and said no more.",
]


def test_the_article_without_what_stands_around_it() -> None:
    found = read_html(page_of(STORY).encode())
    assert found.text == "\n\n".join(STORY)


def test_what_the_page_says_of_itself() -> None:
    head = (
        "<title>Planes land - The Post</title>"
        '<meta property="og:site_name" content="The Post">'
        '<link rel="canonical" href="https://post.example/planes">'
        '<meta property="article:published_time" content="2019-03-24T10:00:00Z">'
    )
    found = read_html(page_of(STORY, head).encode())
    assert (found.title, found.source) == ("Planes land", "The Post")
    assert (found.url, found.published) == ("https://post.example/planes", "2019-03-24")


def test_json_ld_gives_the_date_and_the_name() -> None:
    head = (
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": '
        '"NewsArticle", "headline": "Planes land", "datePublished": "2019-03-24T10:00:00Z", '
        '"publisher": {"@type": "Organization", "name": "The Post"}}</script>'
    )
    found = read_html(page_of(STORY, head).encode())
    assert (found.title, found.source, found.published) == ("Planes land", "The Post", "2019-03-24")


def test_a_date_in_prose_is_not_taken() -> None:
    story = [*STORY, "The last such visit was on 3 June 2018, when two bombers came."]
    assert read_html(page_of(story).encode()).published is None


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-16", ""),
        ("utf-8", '<meta charset="utf-8">'),
        ("cp1252", '<meta charset="iso-8859-1">'),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'),
        ("cp1252", '<meta charset="utf-8">'),
        ("utf-8", '<meta charset="utf-16">'),
    ],
)
def test_encodings_that_are_stated_or_certain(encoding: str, declared: str) -> None:
    found = read_html(page_of(STORY, declared).encode(encoding))
    assert found.text == "\n\n".join(STORY)


def test_an_encoding_that_is_not_certain_is_refused() -> None:
    page = page_of(["Ο εκπρόσωπος της κυβέρνησης δήλωσε σήμερα. " * 5])
    with pytest.raises(BadInputError, match="its encoding is not certain"):
        read_html(page.encode("cp1253"))
    stated = page_of(["Ο εκπρόσωπος της κυβέρνησης δήλωσε. " * 5], '<meta charset="iso-8859-7">')
    assert "εκπρόσωπος" in read_html(stated.encode("iso-8859-7")).text


def test_an_xml_declaration_is_no_fault() -> None:
    page = '<?xml version="1.0" encoding="utf-8"?>' + page_of(STORY)
    assert read_html(page.encode()).text == "\n\n".join(STORY)


def test_items_of_a_list_stay_together() -> None:
    page = page_of(STORY).replace(
        "</article>", "<ul><li>one plane</li><li>two men</li></ul></article>"
    )
    assert read_html(page.encode()).text.endswith("\n\n- one plane\n- two men")


@pytest.mark.parametrize(
    "raw",
    [b"", b"<html></html>", b"<html><body><script>x()</script></body></html>", b"%PDF-1.4 \x00"],
)
def test_nothing_to_read_is_an_error(raw: bytes) -> None:
    with pytest.raises(BadInputError):
        read_html(raw)


def test_control_characters_do_not_reach_the_text() -> None:
    page = page_of([*STORY, "A bell\x07 and a half of a character &#xD800; and &#0; nothing."])
    text = read_html(page.encode()).text
    assert "A bell and a half" in text
    assert text.encode("utf-8")


def test_a_page_without_metadata_has_none() -> None:
    assert read_html(page_of(STORY).encode()) == Extracted(text="\n\n".join(STORY))
