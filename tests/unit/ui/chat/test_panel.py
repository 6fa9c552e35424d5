from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.schema import Span
from tests.unit.ui.chat.parsed import Parsed
from tests.unit.ui.chat.replies import ARTICLE, SPANS, citation
from ui.chat.panel import marked, panel_html
from ui.chat.place import Found, Gone
from ui.chat.words import Words

EN = Words("en")
_END = len(ARTICLE.text)
_SPANS = st.tuples(st.integers(0, _END - 1), st.integers(1, _END)).map(
    lambda pair: Span(pair[0], min(_END, pair[0] + pair[1]))
)


@given(st.none() | _SPANS, st.lists(_SPANS, max_size=4))
def test_marking_changes_no_character(span: Span | None, faint: list[Span]) -> None:
    shown = Parsed(f"<div>{marked(ARTICLE, span, faint)}</div>")
    assert shown.text() == ARTICLE.text
    strong = [each for each in shown.attributes("mark") if each.get("id") == "quoted"]
    assert len(strong) == (1 if span else 0)


@given(_SPANS, st.lists(_SPANS, max_size=4))
def test_the_quote_is_marked_whole(span: Span, faint: list[Span]) -> None:
    html = marked(ARTICLE, span, faint)
    inside = html.partition('id="quoted"')[2].partition(">")[2].partition("</mark>")[0]
    assert Parsed(inside).text() == ARTICLE.text[span.start : span.end]


def test_the_panel_shows_where_the_words_stand() -> None:
    shown = Parsed(panel_html(EN, Found("id", "verbatim", ARTICLE, SPANS[1])))
    assert shown.inert()
    assert shown.text("h2") == "The dam <1>"
    assert "Daily & Co" in shown.text("p")
    assert "5 March 2024" in shown.text("time")
    assert f"Characters {SPANS[1].start} to {SPANS[1].end} of dam.txt" in shown.text("p")
    assert shown.attributes("a")[0]["href"] == "https://example.org/dam"


def test_what_an_article_does_not_show_is_said_and_not_guessed() -> None:
    bare = replace(ARTICLE, title=None, source=None, published=None, url="javascript:alert(1)")
    shown = Parsed(panel_html(EN, Found("id", "verbatim", bare, SPANS[0])))
    assert shown.text("h2") == "Article without a title"
    assert "no source shown" in shown.text("p")
    assert "no date shown" in shown.text("p")
    assert shown.attributes("a") == []


@pytest.mark.parametrize("status", ["moved", "source_changed"])
def test_a_change_since_is_an_alert(status: str) -> None:
    span = SPANS[0] if status == "moved" else None
    found = Found("id", status, ARTICLE, span, citation(2))  # type: ignore[arg-type]
    shown = Parsed(panel_html(EN, found))
    assert "The article has changed since this was quoted" in shown.text()
    assert (shown.text("blockquote") == citation(2).exact) is (span is None)


def test_what_is_gone_is_shown_as_it_was_quoted() -> None:
    shown = Parsed(panel_html(EN, Gone("id", citation(2))))
    assert shown.text("blockquote") == citation(2).exact
    assert "no longer in the collection" in shown.text()
    assert "does not lead to any article" in Parsed(panel_html(EN, Gone("id", None))).text()
