import asyncio
from dataclasses import replace

import pytest

from index.errors import BadInputError
from rag.schema import Answer, Reply, Written, WrittenStatement
from tests.unit.ui.chat.test_programs import context as context  # a fixture
from ui.chat.caller import Caller
from ui.chat.context import ChatContext
from ui.chat.counted_call import Counting
from ui.chat.program_asks import ask_and_write
from ui.chat.programs import JsonObject, Programs

STRUCK = WrittenStatement("It sank.", (1,), "the number 1 does not stand")


class FakeWriter:
    async def write(self, reply: Reply) -> Reply:
        wrote = Written((WrittenStatement("The pump failed.", (1,)), STRUCK), "small", 1.0)
        return replace(reply, written=wrote) if isinstance(reply, Answer) else reply


def asked(context: ChatContext, write: object, question: str = "ferry pump?") -> JsonObject:
    def work(counting: Counting) -> JsonObject:
        return Programs(context).ask(question, counting=counting)

    return asyncio.run(ask_and_write(context, Caller("api"), work, write))


def test_what_is_written_stands_apart_from_the_quotes(context: ChatContext) -> None:
    plain = asked(context, False)
    made = asked(replace(context, writer=FakeWriter()), True)
    written = made.pop("written")
    assert "written" not in plain
    assert made == plain
    assert [each["text"] for each in written["statements"]] == ["The pump failed.", "It sank."]
    assert written["statements"][1]["struck"] == STRUCK.struck


def test_a_model_writes_only_when_it_is_asked_to(context: ChatContext) -> None:
    assert "written" not in asked(replace(context, writer=FakeWriter()), False)


def test_without_a_model_nobody_can_ask_for_one(context: ChatContext) -> None:
    with pytest.raises(BadInputError, match="No language model writes here"):
        asked(context, True)
    with pytest.raises(BadInputError, match="write must be true or false, not str"):
        asked(context, "yes")
