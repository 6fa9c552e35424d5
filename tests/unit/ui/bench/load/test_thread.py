"""What a conversation's HTML says, and what is missing in another."""

from rag.schema import Answer
from tests.e2e.chat.fake_engine import FakeEngine
from ui.bench.load.thread import lost, turns_shown
from ui.chat.conversations import Turn
from ui.chat.render import thread_html
from ui.chat.words import Words

EN = Words("en")


def asked(question: str) -> Turn:
    return Turn(question, FakeEngine().ask(question))


TURNS = (
    asked("What did the mayor say?"),
    asked("Where is Atlantis?"),
    Turn("Why <so>?", failure="No."),
    Turn("Stop?", shown=0),
)


def test_turns_are_read_from_the_page() -> None:
    shown = turns_shown(thread_html(EN, TURNS))
    assert [turn.question for turn in shown] == [turn.question for turn in TURNS]
    assert [turn.ended for turn in shown] == ["answered", "not_found", "failed", "stopped"]
    reply = TURNS[0].reply
    assert isinstance(reply, Answer)
    assert list(shown[0].quotes) == [citation.exact for citation in reply.citations]
    assert shown[1].quotes == ()


def test_what_is_shown_and_not_kept_is_lost() -> None:
    shown = turns_shown(thread_html(EN, TURNS))
    assert lost(shown, shown) == ()
    assert lost(shown, shown[:1] + shown[2:]) == (shown[1],)
    assert lost(shown[:1], ()) == shown[:1]
    assert lost((shown[1], shown[0]), shown) == (shown[0],)


def test_a_question_whose_reader_vanished_may_stand_between() -> None:
    shown = turns_shown(thread_html(EN, TURNS))
    assert lost((shown[0], shown[3]), shown) == ()


def test_a_changed_word_is_a_loss() -> None:
    html = thread_html(EN, TURNS[:1])
    changed = turns_shown(html.replace("Lead", "Load"))
    assert lost(turns_shown(html), changed) == turns_shown(html)
