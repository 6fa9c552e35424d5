import json

from tests.unit.ui.chat.parsed import Parsed
from ui.chat.conversations import Talk
from ui.chat.frame import first_page_html, head_html, notice_html, said_html, talks_html
from ui.chat.words import Words

EN = Words("en")
HOSTILE = "<img src=x onerror=alert(1)> ${x}"


def test_the_list_shows_names_as_text_and_marks_the_open_one() -> None:
    shown = Parsed(talks_html(EN, [Talk("one", HOSTILE), Talk("two", "Plain")], "two"))
    assert shown.inert()
    assert HOSTILE in shown.text("bdi")
    current = [each for each in shown.attributes("button") if each.get("aria-current")]
    assert [each["data-open"] for each in current] == ["two"]
    assert shown.attributes("nav")[0]["data-current"] == "two"


def test_only_an_open_conversation_can_be_exported() -> None:
    assert "data-export" in talks_html(EN, [Talk("one", "x")], "one")
    assert "data-export" not in talks_html(EN, [Talk("one", "x")], "")


def test_the_first_page_teaches_and_offers() -> None:
    shown = Parsed(first_page_html(EN, 1, [HOSTILE]))
    assert shown.inert()
    assert shown.attributes("button")[0]["data-ask"] == HOSTILE
    assert "1 article is in the collection." in shown.text("p")
    assert "Add some under “Collection”" in Parsed(first_page_html(EN, 0, [])).text("p")


def test_the_scripts_find_their_words() -> None:
    texts = [text for path, text in Parsed(head_html(Words("ru"))).texts if path[-1] == "div"]
    assert json.loads(texts[0])["copied"] == "Скопировано."


def test_only_whoever_logged_in_can_log_out() -> None:
    assert "logout" not in head_html(EN)
    assert 'action="/logout"' in head_html(EN, "ana <b>")
    assert "<b>" not in head_html(EN, "ana <b>")


def test_what_is_said_is_said_once() -> None:
    assert Parsed(said_html("3 found")).attributes("p")[0]["role"] == "status"
    assert Parsed(notice_html(HOSTILE)).text() == HOSTILE
