from html import unescape

from tests.unit.ui.chat.test_article_list import THREE, article, contents
from tests.unit.ui.chat.test_lookup_html import Tags
from ui.chat.article_list import View
from ui.chat.article_list_html import list_html
from ui.chat.timeline_html import timeline_html
from ui.chat.words import Words

EN = Words("en")


def test_hostile_titles_sources_and_texts_stay_text():
    evil = '<img src=x onerror="a()">${b}{{c}}'
    html = list_html(
        EN, contents(article(evil, f"see {evil}", title=evil, source=evil)), View("see")
    )
    tags = Tags()
    tags.feed(html)
    assert "img" not in {tag for tag, _ in tags.seen}
    assert not [name for _, attrs in tags.seen for name in attrs if name.startswith("on")]
    assert "${" not in html
    assert "{{" not in html
    assert unescape(html).count(evil) >= 4


def test_the_words_searched_for_are_marked():
    html = list_html(EN, THREE, View("pump zebra"))
    assert "<mark>PUMP</mark>" in html
    assert "1 article shown" in html


def test_no_match_and_no_articles_are_said():
    assert "No article matches." in unescape(list_html(EN, THREE, View("nowhere")))
    assert "There are no articles yet." in unescape(list_html(EN, contents(), View()))


def test_the_timeline_starts_at_nothing_and_shows_gaps():
    html = timeline_html(EN, ["2024-01-05", "2024-01-20", "2024-03", None], "")
    assert html.count("data-when=") == 4
    assert "height:100%" in html
    assert "height:50%" in html
    assert "height:0%" in html
    assert "no date shown: 1" in unescape(html)
    assert "January 2024: 2 articles" in unescape(html)


def test_a_long_time_is_shown_by_years():
    html = timeline_html(EN, ["1999-01-05", "2024-01-20"], "2024")
    assert html.count("<span style=") == 26
    assert 'data-when="2024" aria-pressed="true"' in html


def test_absurd_dates_do_not_fill_the_page():
    assert timeline_html(EN, ["0001", "9999-01"], "").count("<span style=") == 2
    assert timeline_html(EN, [None], "") == ""
