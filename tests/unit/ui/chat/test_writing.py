import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from rag.schema import Answer, Reply, Written, WrittenStatement
from rag.settings import Settings
from tests.e2e.chat.fake_engine import FakeEngine
from tests.unit.ui.chat.parsed import Parsed
from tests.unit.ui.chat.replies import answer
from tests.unit.ui.chat.test_ask import EN, asked, quotes, steps
from ui.chat.ask import Asking
from ui.chat.context import ChatContext, EngineHolder
from ui.chat.conversations import Conversations, Turn
from ui.chat.render import turn_html
from ui.chat.words import LANGUAGES, Words

KEPT = WrittenStatement("The pump <b>was</b> reported.", (1,))
STRUCK = WrittenStatement("The pump ${exploded}.", (9,), "there is no quote [9]")
BOTH = Written((KEPT, STRUCK), "small", 1.0)


class Fixed:
    """Writes what it was given, and remembers of what it was asked to."""

    def __init__(self, written: Written) -> None:
        self.written = written
        self.asked: list[Reply] = []

    async def write(self, reply: Reply) -> Reply:
        self.asked.append(reply)
        assert isinstance(reply, Answer)
        return replace(reply, written=self.written)


class Endless(Fixed):
    """Writes until it is cancelled."""

    async def write(self, reply: Reply) -> Reply:
        self.asked.append(reply)
        await asyncio.Event().wait()
        return reply


class Broken(Fixed):
    """Fails in a way that nobody foresaw."""

    async def write(self, reply: Reply) -> Reply:
        raise RuntimeError("unforeseen")


def context_with(writer: Fixed, folder: Path) -> ChatContext:
    talks = Conversations(folder / "talks.sqlite")
    settings = Settings(index=folder / "index")
    return ChatContext(settings, EngineHolder(FakeEngine()), talks, writer=writer)


def test_quotes_are_shown_while_the_model_writes_and_stay_beside(tmp_path: Path) -> None:
    context = context_with(Fixed(BOTH), tmp_path)
    question = asked(context, "ferry pump?")
    shown = asyncio.run(steps(Asking(), context, question))
    assert [quotes(step) for step in shown] == [0, 3, 3]
    assert "The pump" not in Parsed(shown[1].html).text().split("“")[0]
    reply = context.talks.turns("ana", question.talk)[0].reply
    assert isinstance(reply, Answer)
    assert reply.written == BOTH


def test_not_found_calls_no_model(tmp_path: Path) -> None:
    writer = Fixed(BOTH)
    context = context_with(writer, tmp_path)
    asyncio.run(steps(Asking(), context, asked(context, "Where is Atlantis?")))
    assert writer.asked == []


def test_stop_ends_the_writing_and_keeps_the_quotes(tmp_path: Path) -> None:
    context = context_with(Endless(BOTH), tmp_path)
    question, asking = asked(context, "ferry pump?"), Asking()

    async def stopped() -> int:
        from ui.chat.ask import stream

        last = 0
        async for step in stream(asking, context, EN, question):
            last = quotes(step)
            if last:
                asking.stop("tab")
        return last

    assert asyncio.run(stopped()) == 3


def test_a_writer_that_breaks_costs_no_quote(tmp_path: Path) -> None:
    context = context_with(Broken(BOTH), tmp_path)
    shown = asyncio.run(steps(Asking(), context, asked(context, "ferry pump?")))
    assert quotes(shown[-1]) == 3
    assert shown[-1].over


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "written",
    [
        BOTH,
        Written((STRUCK,), "small", 1.0),
        Written((), "<i>small</i>", 1.0, failure="It did not answer."),
    ],
)
def test_what_was_written_is_inert_and_struck_out_is_folded_away(
    written: Written, language: str
) -> None:
    turn = Turn("What broke?", replace(answer(), written=written))
    html = turn_html(Words(language), turn, 1)
    shown = Parsed(html)
    assert shown.inert()
    struck = [text for path, text in shown.texts if path[-1] == "del"]
    assert struck == [each.text for each in written.statements if each.struck]
    assert html.count("<details id=") == html.count('<details id="struck-1"') or struck == []
    assert len(shown.attributes("blockquote")) == len(answer().statements)


def test_nothing_supported_says_that_the_quotes_stand_alone() -> None:
    turn = Turn("What broke?", replace(answer(), written=Written((STRUCK,), "small", 1.0)))
    said = Parsed(turn_html(EN, turn, 1)).text()
    assert "Nothing that small wrote is supported by the quotes. The quotes stand alone." in said
