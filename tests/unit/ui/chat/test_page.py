"""What the page asks of Gradio where Gradio's own settings would not bear many people."""

import asyncio
from pathlib import Path
from types import SimpleNamespace

import gradio as gr
import pytest

from rag.settings import Settings
from tests.e2e.chat.fake_engine import FakeEngine
from ui.chat.context import ChatContext, EngineHolder
from ui.chat.conversations import Conversations
from ui.chat.forget import MOST, Forgets
from ui.chat.page import AT_ONCE, build_page
from ui.chat.quiet import quieten


@pytest.fixture
def page(tmp_path: Path) -> gr.Blocks:
    quieten()  # as the command does
    talks = Conversations(tmp_path / "talks.sqlite")
    settings = Settings(index=tmp_path / "index")
    return build_page(ChatContext(settings, EngineHolder(FakeEngine()), talks), {})


def test_all_who_wait_are_told_so_and_nothing_else_waits_behind_them(page: gr.Blocks) -> None:
    # Gradio has 40 places for events under way; the next would hear nothing.
    assert page._queue.max_thread_count > AT_ONCE
    assert page.max_threads == 40  # threads, of which an answer holds none while it waits


def test_a_question_does_not_count_all_those_before_it(page: gr.Blocks) -> None:
    # Gradio makes a table of the last 10,000 events after each, for a page that is shut here.
    queue = page._queue
    queue.events_recorded = 5
    done = [{"function": "ask", "status": "success", "process_time": 1.0}] * 5
    assert queue.compute_analytics_summary(done) == {"functions": {}}
    assert queue.ANALYTICS_MAX_EVENTS == 1


def test_a_tab_that_was_closed_is_forgotten(page: gr.Blocks) -> None:
    holder, queue = page.state_holder, page._queue
    for tab in ("closed", "open"):
        assert holder[tab].config_values  # Gradio makes it when it is first asked for
        queue.pending_messages_per_session[tab] = asyncio.Queue()
        queue.pending_event_ids_session[tab] = {"1"}
    forgets = Forgets(page, lambda tab: tab == "open")
    for tab in ("closed", "open", "never there"):
        forgets.now(tab)
    kept = (holder.session_data, holder.time_last_used)
    kept += (queue.pending_messages_per_session, queue.pending_event_ids_session)
    assert [list(each) for each in kept] == [["open"]] * 4


def test_programs_that_never_come_for_their_answers_do_not_pile_up(page: gr.Blocks) -> None:
    queue = page._queue
    queue.pending_messages_per_session["comes"] = asyncio.Queue()
    for name in ("comes", *map(str, range(MOST))):
        queue.pending_event_ids_session[name] = {"1"}
    Forgets(page, lambda session: True).now("comes")
    assert list(queue.pending_event_ids_session) == ["comes"]


def test_a_tab_for_which_something_is_under_way_is_forgotten_later(page: gr.Blocks) -> None:
    held = SimpleNamespace(session_hash="closed")
    page._queue.event_ids_to_events["1"] = held  # type: ignore[assignment]  # all that is read of it
    assert page.state_holder["closed"]
    forgets = Forgets(page, lambda tab: False)

    async def run() -> None:
        forgets.now("closed")

    asyncio.run(run())
    assert "closed" in page.state_holder
    page._queue.event_ids_to_events.clear()
    forgets.now("closed")
    assert "closed" not in page.state_holder
