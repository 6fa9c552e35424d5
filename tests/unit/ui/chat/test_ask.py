import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from rag.schema import Filters
from rag.settings import Settings
from tests.e2e.chat.fake_engine import FakeEngine
from tests.unit.ui.chat.parsed import Parsed
from ui.chat.ask import Asking, Question, Shown, stream
from ui.chat.context import ChatContext, EngineHolder
from ui.chat.conversations import Conversations
from ui.chat.line import AT_ONCE, Line
from ui.chat.words import Words

EN = Words("en")


@pytest.fixture
def context(tmp_path: Path) -> ChatContext:
    talks = Conversations(tmp_path / "talks.sqlite")
    return ChatContext(Settings(index=tmp_path / "index"), EngineHolder(FakeEngine()), talks)


def asked(context: ChatContext, text: str) -> Question:
    return Question(text, Filters(), context.talks.start("ana", text), 1, (), "tab")


async def steps(asking: Asking, context: ChatContext, question: Question) -> list[Shown]:
    return [step async for step in stream(asking, context, EN, question)]


def quotes(step: Shown) -> int:
    return len(Parsed(step.html).attributes("blockquote"))


def test_an_answer_grows_passage_by_passage(context: ChatContext) -> None:
    question = asked(context, "ferry pump?")
    shown = asyncio.run(steps(Asking(), context, question))
    assert [quotes(step) for step in shown] == [0, 1, 2, 3]
    assert [step.over for step in shown] == [False, False, False, True]
    assert [shown[0].said, shown[-1].said] == ["Searching 10 articles…", "3 quotes found."]
    assert len(context.talks.turns("ana", question.talk)) == 1


@pytest.mark.parametrize(
    ("text", "said", "failed"),
    [
        ("Where is Atlantis?", "The articles do not answer this", False),
        ("refused", "This question was refused; ask another.", True),
        ("broken", EN("failed_inside"), True),
    ],
)
def test_what_is_no_answer_is_kept_too(
    context: ChatContext, text: str, said: str, failed: bool
) -> None:
    question = asked(context, text)
    shown = asyncio.run(steps(Asking(), context, question))
    assert shown[-1].said == said
    turn = context.talks.turns("ana", question.talk)[0]
    assert (turn.reply is None, turn.failure) == (failed, said if failed else None)


def test_stopping_between_passages(context: ChatContext) -> None:
    question, asking = asked(context, "ferry pump?"), Asking()

    async def run() -> list[Shown]:
        shown = []
        async for step in stream(asking, context, EN, question):
            shown.append(step)
            if quotes(step) == 1:
                asking.stop("tab")
        return shown

    shown = asyncio.run(run())
    assert quotes(shown[-1]) == 1
    assert context.talks.turns("ana", question.talk)[0].shown == 1
    assert not asking.busy("tab")


def test_stopping_does_not_wait_for_the_engine(context: ChatContext) -> None:
    question, asking = asked(context, "slow pump?"), Asking()

    async def run() -> list[Shown]:
        shown = []
        async for step in stream(asking, context, EN, question):
            shown.append(step)
            asking.stop("tab")
        return shown

    shown = asyncio.run(run())
    assert shown[-1].over
    assert "Stopped." in Parsed(shown[-1].html).text()
    assert context.talks.turns("ana", question.talk)[0].reply is None


def test_a_reader_who_leaves_frees_the_tab(context: ChatContext) -> None:
    asking = Asking()

    async def run() -> bool:
        running = stream(asking, context, EN, asked(context, "ferry pump?"))
        await anext(running)
        busy = asking.busy("tab")
        await running.aclose()  # type: ignore[attr-defined]
        return busy

    assert asyncio.run(run())
    assert not asking.busy("tab")


def test_who_waits_is_told_the_place_in_line(context: ChatContext) -> None:
    before = [context.line.enter() for _ in range(AT_ONCE + 1)]

    async def run() -> list[str]:
        said = []
        async for step in stream(Asking(), context, EN, asked(context, "Where is Atlantis?")):
            said.append(step.said)
            for ticket in before:
                context.line.leave(ticket)
        return said

    said = asyncio.run(run())
    assert said[0] == "Busy: number 2 in line…"
    assert said[-1] == "The articles do not answer this"
    assert (context.line.asking, context.line.waiting) == (0, 0)


def test_a_reader_who_leaves_while_waiting_frees_the_place(context: ChatContext) -> None:
    for _ in range(AT_ONCE):
        context.line.enter()

    async def run() -> tuple[int, int]:
        running = stream(Asking(), context, EN, asked(context, "ferry pump?"))
        await anext(running)
        waiting = context.line.waiting
        await running.aclose()  # type: ignore[attr-defined]
        while asyncio.all_tasks() - {asyncio.current_task()}:
            await asyncio.sleep(0)
        return waiting, context.line.waiting

    assert asyncio.run(run()) == (1, 0)


def test_a_full_line_is_a_failure_that_says_so(context: ChatContext) -> None:
    full = replace(context, line=Line(at_once=0, longest=0))
    question = asked(full, "ferry pump?")
    shown = asyncio.run(steps(Asking(), full, question))
    assert shown[-1].said == EN("line_full")
    assert 'pincite_questions_total{outcome="busy"} 1' in full.metrics.page()
