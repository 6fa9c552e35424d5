import pytest

from rag.schema import Filters
from tests.unit.ui.chat.parsed import Parsed
from tests.unit.ui.chat.replies import ARTICLE, SPANS, answer, differing, not_found
from ui.chat.conversations import Turn
from ui.chat.render import partial_html, thread_html, turn_html
from ui.chat.words import LANGUAGES, Words

EN = Words("en")


def test_quotes_are_the_articles_words() -> None:
    shown = Parsed(turn_html(EN, Turn("What broke?", answer()), 1))
    quoted = [text for path, text in shown.texts if path[-1] == "blockquote"]
    assert quoted == [ARTICLE.text[start:end] for start, end in SPANS]


@pytest.mark.parametrize("reply", [answer(), differing(), not_found(), None])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reply_is_whole_and_inert_html(reply: object, language: str) -> None:
    turn = Turn("<script>x</script> ${y}", reply)  # type: ignore[arg-type]
    shown = Parsed(turn_html(Words(language), turn, 1))
    assert shown.inert()
    assert shown.text("h2") == turn.question


@pytest.mark.parametrize("shown", [0, 1, 2, 3])
def test_a_part_of_an_answer_shows_so_many_statements(shown: int) -> None:
    parsed = Parsed(partial_html(EN, answer(), shown, 1))
    assert len(parsed.attributes("blockquote")) == shown


def test_a_stopped_answer_says_so_and_draws_no_conclusions() -> None:
    html = turn_html(EN, Turn("?", differing(), shown=1), 1)
    assert "Stopped." in Parsed(html).text()
    assert "<table>" not in html
    assert html.count("<blockquote") == 1


def test_each_citation_is_named_for_those_who_listen() -> None:
    links = Parsed(turn_html(EN, Turn("?", answer()), 1)).attributes("a")
    assert [link["aria-label"] for link in links] == [
        f"Citation {n}, Daily & Co: open the article at this quote" for n in (1, 2, 3)
    ]


def test_the_searched_question_is_shown_only_when_it_differs() -> None:
    assert "Searched as" not in turn_html(EN, Turn("?", answer()), 1)
    changed = answer(searched_as="What dam broke?")
    assert Parsed(turn_html(EN, Turn("?", changed), 1)).text("q") == "What dam broke?"


def test_copies_keep_every_source() -> None:
    text = Parsed(turn_html(EN, Turn("?", answer()), 1)).text("ul")
    assert "The Other" in text
    assert "March 2024" in text


def test_a_disagreement_gives_no_verdict() -> None:
    shown = Parsed(turn_html(EN, Turn("?", differing()), 1))
    assert "<i>41</i>" in shown.text("table")
    assert "without a verdict" in shown.text()
    assert [each["scope"] for each in shown.attributes("th")] == ["col"] * 4


def test_not_found_carries_its_proof() -> None:
    filters = Filters(("Daily <Co>",), "2019", None)
    shown = Parsed(turn_html(EN, Turn("?", not_found(filters)), 1))
    text = shown.text()
    assert "Nothing says <where>." in text
    assert "Searched 3 passages of 1 article (Daily <Co>, from 2019)" in text
    assert "<Atlantis>" in shown.text("b")
    assert "Scored < 1%; an answer needs 50%" in text
    assert "alert" not in [each.get("role") for each in shown.attributes("div")]


def test_a_failure_is_an_alert_and_never_not_found() -> None:
    shown = Parsed(turn_html(EN, Turn("Why <x>?", failure="The index is gone; build it."), 1))
    assert [each["role"] for each in shown.attributes("div")] == ["alert"]
    assert "The index is gone; build it." in shown.text("p")
    assert shown.attributes("button")[0]["data-ask"] == "Why <x>?"
    assert "do not answer" not in shown.text()


def test_turns_are_numbered_from_the_first() -> None:
    html = thread_html(EN, [Turn("a", answer()), Turn("b", not_found())])
    assert [each["id"] for each in Parsed(html).attributes("section")] == ["turn-1", "turn-2"]
