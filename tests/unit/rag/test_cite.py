from dataclasses import replace
from hashlib import sha256

import pytest

from index.errors import CitationError
from index.schema import Article, Span
from rag.citation_id import citation_id, parse
from rag.cite import check, cut, demand_verified
from rag.cited import find_cited

TEXT = "One. Two planes — 64 people — landed. Three."
ARTICLE = Article("a.txt", TEXT, sha256(TEXT.encode()).hexdigest(), title="T", source="S")
SPAN = Span(5, 37)
ARTICLES = {"a.txt": ARTICLE}


def test_a_citation_is_the_slice_and_its_surroundings() -> None:
    made = cut(1, ARTICLE, SPAN)
    assert made.exact == "Two planes — 64 people — landed."
    assert (made.prefix, made.suffix) == ("One. ", " Three.")
    assert (made.sha256, made.title, made.source) == (ARTICLE.sha256, "T", "S")
    assert check(made, ARTICLES) == "verified"


@pytest.mark.parametrize("span", [Span(5, 5), Span(9, 3), Span(-1, 3), Span(0, 500)])
def test_a_span_outside_the_text_is_an_error(span: Span) -> None:
    with pytest.raises(CitationError, match=f"{span.start}-{span.end}"):
        cut(1, ARTICLE, span)


@pytest.mark.parametrize(
    "change",
    [
        {"exact": "Two planes — 4 people — landed."},
        {"exact": "64 people"},
        {"end": 36},
        {"start": 4},
        {"id": "0000000000.5-37.000000000000"},
        {"exact": ""},
    ],
)
def test_any_alteration_is_seen(change: dict[str, object]) -> None:
    altered = replace(cut(1, ARTICLE, SPAN), **change)  # type: ignore[arg-type]  # one field
    assert check(altered, ARTICLES) != "verified"
    with pytest.raises(CitationError, match=r"a\.txt"):
        demand_verified((altered,), ARTICLES)


@pytest.mark.parametrize("span", [Span(5, 5), Span(200, 210), Span(38, 500)])
def test_a_forged_id_of_no_words_or_of_a_place_outside_is_not_verified(span: Span) -> None:
    exact = TEXT[span.start : span.end]
    forged = replace(cut(1, ARTICLE, SPAN), start=span.start, end=span.end, exact=exact)
    forged = replace(forged, id=citation_id("a.txt", span.start, span.end, exact))
    assert check(forged, ARTICLES) != "verified"
    named = parse(forged.id)
    assert named is not None
    assert find_cited(named, ARTICLES) == ("source_changed", [])


def test_words_that_stand_elsewhere_have_moved() -> None:
    later = replace(ARTICLE, text="New first line. " + TEXT)
    assert check(cut(1, ARTICLE, SPAN), {"a.txt": later}) == "moved"


def test_words_that_are_gone_mean_the_source_changed() -> None:
    later = replace(ARTICLE, text="Two planes — 54 people — landed.")
    assert check(cut(1, ARTICLE, SPAN), {"a.txt": later}) == "source_changed"


def test_an_article_that_is_gone_is_not_found() -> None:
    assert check(cut(1, ARTICLE, SPAN), {}) == "not_found"
