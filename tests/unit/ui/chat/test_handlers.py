import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest

from rag.settings import Settings
from tests.e2e.chat.fake_engine import FakeEngine
from ui.chat.context import ChatContext, EngineHolder
from ui.chat.conversations import Conversations
from ui.chat.handlers import MOST_TABS, Handlers
from ui.chat.rate_limit import RateLimit
from ui.chat.suggested import Suggested

KEY = "k" * 32
NOTHING = [gr.skip()] * 6
LIST, THREAD, LIVE, SAID, TALK, BOX = range(6)


@pytest.fixture
def context(tmp_path: Path) -> ChatContext:
    talks = Conversations(tmp_path / "talks.sqlite")
    settings = Settings(index=tmp_path / "index")
    return ChatContext(settings, EngineHolder(FakeEngine()), talks, RateLimit(3, 60))


@pytest.fixture
def handlers(context: ChatContext) -> Handlers:
    return Handlers(context, Suggested(context.engine))


def request(key: str = KEY, tab: str = "tab") -> Any:
    return SimpleNamespace(cookies={"pincite_reader": key}, headers={}, session_hash=tab)


def event(**data: object) -> Any:
    return SimpleNamespace(_data=data)


def asked(handlers: Handlers, question: str, *rest: Any, who: Any = None) -> list[list[Any]]:
    async def run() -> list[list[Any]]:
        entered = rest or ([], None, None, None)
        return [step async for step in handlers.ask(question, *entered, who or request())]

    return asyncio.run(run())


def test_the_last_step_holds_the_whole_conversation(handlers: Handlers) -> None:
    first = asked(handlers, "ferry pump?")[-1]
    assert first[THREAD].count("<blockquote") == 3
    assert first[LIVE] == ""
    second = asked(handlers, "Were they late?", [], None, None, first[TALK])[-1]
    assert second[TALK] == first[TALK]
    assert second[THREAD].startswith(first[THREAD])
    assert "Searched as" in second[THREAD]


def test_another_readers_conversation_is_not_continued(handlers: Handlers) -> None:
    mine = asked(handlers, "ferry pump?")[-1][TALK]
    theirs = asked(handlers, "mayor?", [], None, None, mine, who=request("s" * 32))[-1]
    assert theirs[TALK] != mine
    assert "Harbour Gazette" not in theirs[THREAD]


def test_opening_another_conversation_leaves_the_answer_undrawn(handlers: Handlers) -> None:
    async def run() -> list[list[Any]]:
        steps = handlers.ask("slow pump?", [], None, None, None, request())
        shown = [await anext(steps)]  # type: ignore[call-overload]
        handlers.opened(event(talk=""), request())
        return shown + [step async for step in steps]

    shown = asyncio.run(run())
    assert "Searching 10 articles" in shown[0][SAID]
    assert shown[-1] == NOTHING


def test_one_question_at_a_time_in_a_tab(handlers: Handlers) -> None:
    handlers.asking.running["tab"] = asyncio.Event()
    assert asked(handlers, "ferry pump?") == [NOTHING]
    assert asked(handlers, "  ") == [NOTHING]


@pytest.mark.parametrize("day", ["yesterday", "2019-13", "2019-6-1"])
def test_a_date_that_is_none_is_said(handlers: Handlers, day: str) -> None:
    (step,) = asked(handlers, "ferry pump?", [], day, None, None)
    assert "The dates cannot be used" in step[SAID]
    assert step[TALK] == gr.skip()


def test_asking_too_often_is_said(handlers: Handlers) -> None:
    steps = [asked(handlers, "ferry pump?")[-1][SAID] for _ in range(4)]
    assert "too often" in steps[-1]
    assert "too often" not in steps[0]


def test_opening_shows_what_the_reader_owns(handlers: Handlers) -> None:
    talk = asked(handlers, "ferry pump?")[-1][TALK]
    opened = handlers.opened(event(talk=talk), request(tab="other"))
    assert opened[2].count("<blockquote") == 3
    assert opened[4] == talk
    assert handlers.opened(event(talk=talk), request("s" * 32))[4] == ""
    assert handlers.opened(event(talk={"a": 1}), request())[4] == ""


def test_deleting_the_open_conversation_empties_the_page(handlers: Handlers) -> None:
    talk = asked(handlers, "ferry pump?")[-1][TALK]
    shown = handlers.deleted(event(talk=talk), talk, request())
    assert "What do your articles say&#63;" in shown[1]
    assert shown[2] == ""
    assert handlers.deleted(event(talk="other"), talk, request())[1:] == [gr.skip()] * 2


def test_a_closed_tab_leaves_nothing(handlers: Handlers) -> None:
    asked(handlers, "ferry pump?")
    handlers.left(request())
    assert handlers.asking.running == {}
    assert handlers._viewing == {}


def test_folded_filters_are_named(handlers: Handlers) -> None:
    label = handlers.filtered(["Northern Wire"], "2019", None, request())["label"]
    assert label == "Only Northern Wire, from 2019"
    assert handlers.filtered([], "", " ", request())["label"].key == "filters"


def test_tabs_that_never_say_goodbye_do_not_pile_up(handlers: Handlers) -> None:
    for n in range(MOST_TABS + 5):
        handlers._view(f"tab {n}", "")
    assert len(handlers._viewing) == MOST_TABS
    assert f"tab {MOST_TABS + 4}" in handlers._viewing
