from hashlib import sha256
from unicodedata import normalize

import pytest

from index.errors import BadInputError
from index.schema import Article
from rag.citation_id import citation_id
from rag.lookup import LONGEST, MOST, look_up
from tests.processor_time import seconds


def articles(**texts: str) -> dict[str, Article]:
    return {
        name: Article(id=name, text=text, sha256=sha256(text.encode()).hexdigest())
        for name, text in texts.items()
    }


HARBOUR = (
    "The harbour of Ålesund did not close on Friday. Mayor Ingrid Sørlie said 1,250 barrels — "
    "not 12,500 — were lost.\n\n“We have seen worse,” she told the\nTidende. Nobody was hurt."
)
OTHER = "Two ferries left the harbour of Bergen on Sunday. They carried 40 lorries and 320 people."
ARTICLES = articles(harbour=HARBOUR, other=OTHER)


def only_place(query: str):
    found = look_up(query, ARTICLES)
    assert len(found.places) == 1
    place = found.places[0]
    assert place.exact == ARTICLES[place.article_id].text[place.start : place.end]
    return found.status, place


@pytest.mark.parametrize(
    "quote",
    [
        "were lost.",
        '"We have seen worse," she told the Tidende.',
        "she told the Tidende",
        "1,250 barrels - not 12,500 -- were lost",
        "“They carried 40 lorries and 320 people.”",
        "‘They carried 40 lorries and 320 people.’",
        "'They carried 40 lorries'",
        "...She".removeprefix("...").lower() + " told the Tidende...",
    ],
)
def test_white_space_and_typography_do_not_alter_a_quote(quote: str) -> None:
    status, place = only_place(quote)
    assert status == "verbatim"
    assert {change.kind for change in place.differences} <= {"punctuation"}


def test_every_place_of_a_quote_is_listed() -> None:
    found = look_up("the harbour of", ARTICLES)
    assert [(place.article_id, place.start) for place in found.places] == [("other", 17)]
    found = look_up("harbour of", ARTICLES)
    assert [place.article_id for place in found.places] == ["harbour", "other"]


@pytest.mark.parametrize(
    ("quote", "op", "asked", "stands", "kind"),
    [
        ("The harbour of Ålesund did close on Friday", "insert", "", "not", "negation"),
        ("Two ferries never left the harbour of Bergen", "delete", "never", "", "negation"),
        ("They carried 40 lorries and 32 people", "replace", "32", "320", "number"),
        ("They carried 4 lorries and 320 people", "replace", "4", "40", "number"),
        ("said 12.50 barrels — not 12,500", "replace", "12.50", "1,250", "number"),
        ("Mayor Ingrid Sorlie said", "replace", "Sorlie", "Sørlie", "name"),
        ("Two trains left the harbour of Bergen", "replace", "trains", "ferries", "word"),
        ("the harbour of Ålesund", "replace", "the", "The", "word"),
        ("Nobody, was hurt.", "delete", ",", "", "punctuation"),
    ],
)
def test_what_was_altered_is_named(quote: str, op: str, asked: str, stands: str, kind: str) -> None:
    status, place = only_place(quote)
    assert status == "altered"
    change = place.differences[0]
    assert (change.op, change.asked, change.stands, change.kind) == (op, asked, stands, kind)
    assert len(place.differences) == 1


def test_half_a_number_or_word_is_not_verbatim() -> None:
    assert look_up("250 barrels were lost", ARTICLES).status != "verbatim"
    assert look_up("said 250 barrels", ARTICLES).status == "altered"
    assert look_up("12", ARTICLES).status == "not_found"
    assert look_up("ferr", ARTICLES).status == "not_found"


def test_words_left_out_are_shown() -> None:
    status, place = only_place("The harbour of Ålesund did not close […] Nobody was hurt.")
    assert status == "verbatim"
    assert place.exact == HARBOUR
    assert place.differences[0].op == "insert"
    assert place.differences[0].stands.startswith("on Friday.")


def test_parts_in_another_order_are_altered() -> None:
    found = look_up("Nobody was hurt ... harbour of Ålesund", ARTICLES)
    assert found.status == "altered"
    assert [place.exact for place in found.places] == ["Nobody was hurt", "harbour of Ålesund"]


def test_what_stands_nowhere_is_not_found() -> None:
    found = look_up("The committee will publish its budget for schools next spring", ARTICLES)
    assert (found.status, found.places) == ("not_found", ())


def test_a_cited_quote_is_verbatim_where_it_was_cut() -> None:
    quote = "Nobody was hurt."
    start = HARBOUR.index(quote)
    name = citation_id("harbour", start, start + len(quote), quote)
    for query in (name, f"http://127.0.0.1:7860/?q=a#cite={name}", f" /x?cite={name}\n"):
        found = look_up(query, ARTICLES)
        assert (found.status, found.places[0].exact, found.places[0].id) == (
            "verbatim",
            quote,
            name,
        )


def test_a_cited_quote_that_moved_changed_or_went() -> None:
    quote = "They carried 40 lorries and 320 people."
    start = OTHER.index(quote)
    name = citation_id("other", start, start + len(quote), quote)
    moved = look_up(name, articles(other="Correction. " + OTHER))
    assert (moved.status, moved.places[0].start) == ("moved", start + 12)
    assert look_up(name, articles(other=OTHER.replace("320", "302"))).status == "source_changed"
    elsewhere = look_up(name, articles(copy=OTHER))
    assert (elsewhere.status, elsewhere.places[0].article_id) == ("moved", "copy")
    assert look_up(name, articles(harbour=HARBOUR)).status == "not_found"


@pytest.mark.parametrize("query", ["", "  \n", "…", "?!", "a" * (LONGEST + 1)])
def test_what_cannot_be_looked_up_is_refused_in_one_sentence(query: str) -> None:
    with pytest.raises(BadInputError) as refused:
        look_up(query, ARTICLES)
    assert "paste" in str(refused.value)
    assert len(str(refused.value)) < 250


@pytest.mark.parametrize("quote", ["ebb", "ebb … flood"])
def test_of_very_many_places_the_first_are_listed_and_all_are_counted(quote: str) -> None:
    found = look_up(quote, articles(sea="ebb and flood, " * 20_000))
    assert (found.status, len(found.places), found.more) == ("verbatim", MOST, 20_000 - MOST)
    assert found.places[-1].start == 15 * (MOST - 1)


@pytest.mark.parametrize("quoted", ["NFC", "NFD"])
@pytest.mark.parametrize("stands", ["NFC", "NFD"])
@pytest.mark.parametrize("quote", ["café", "Málaga’s café, ещё", "ещё", "ज़मीन"])
def test_an_accent_may_be_part_of_its_letter_or_stand_apart(
    quote: str, quoted: str, stands: str
) -> None:
    text = normalize(stands, "In Málaga’s café, ещё закрытом, was ज़मीन.")
    found = look_up(normalize(quoted, quote), articles(a=text))
    assert [place.exact for place in found.places] == [normalize(stands, quote)]
    assert found.status == "verbatim"
    assert {change.kind for place in found.places for change in place.differences} <= {
        "punctuation"
    }


@pytest.mark.parametrize("text", ["\u0958\u0932\u092e is a pen.", "\ufb2aalom is peace."])
def test_letters_without_a_composed_form_are_quoted_as_they_stand(text: str) -> None:
    assert look_up(text, articles(a=text)).status == "verbatim"


def test_a_letter_without_the_accent_that_stands_apart_is_not_verbatim() -> None:
    text = normalize("NFD", "The café was closed on Friday.")
    assert look_up("The cafe", articles(a=text)).status != "verbatim"
    assert look_up("The cafe was closed", articles(a=text)).status == "altered"


def test_letters_that_become_two_in_lower_case_do_not_move_the_place() -> None:
    quote = "The harbour of Izmir was closed by the mayor on Friday."
    text = f"{'İnönü. ' * 900}{quote}{' Filler words go here.' * 400}"
    found = look_up(quote.replace("closed", "shut"), articles(a=text))
    assert [(place.exact, found.status) for place in found.places] == [(quote, "altered")]


@pytest.mark.parametrize(("row", "quote"), [("-" * 99, "- " * 9), ("." * 99, "... " * 9)])
def test_a_row_of_dashes_or_full_stops_is_not_tried_in_parts(row: str, quote: str) -> None:
    stands = articles(a=f"Two planes. {row} came.")
    assert seconds(lambda: look_up(f"{quote}x", stands)) < 1
