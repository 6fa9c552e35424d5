from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from index.schema import Article
from rag.settings import Settings
from tests.e2e.chat.fake_engine import FakeEngine
from tests.unit.ui.chat.replies import ARTICLE, SPANS, answer, citation
from ui.chat.context import ChatContext, EngineHolder
from ui.chat.conversations import Conversations, Turn
from ui.chat.place import Found, Gone, article_reference, resolve

CITED = citation(2)


def reworded(text: str) -> Article:
    return replace(ARTICLE, text=text, sha256=sha256(text.encode()).hexdigest())


@pytest.fixture
def context(tmp_path: Path) -> ChatContext:
    talks = Conversations(tmp_path / "talks.sqlite")
    talks.add(talks.start("ana", "?"), Turn("?", answer()))
    engine = FakeEngine({ARTICLE.id: ARTICLE})
    return ChatContext(Settings(index=tmp_path / "index"), EngineHolder(engine), talks)


def test_a_citation_stands_where_it_says(context: ChatContext) -> None:
    found = resolve(CITED.id, context, "ana")
    assert found == Found(CITED.id, "verbatim", ARTICLE, SPANS[1], CITED)


def test_a_stranger_sees_the_place_but_not_what_was_shown(context: ChatContext) -> None:
    assert resolve(CITED.id, context, "bob") == Found(CITED.id, "verbatim", ARTICLE, SPANS[1])


def test_words_that_moved_are_found_where_they_are(context: ChatContext) -> None:
    moved = reworded("New. " + ARTICLE.text)
    context.engine.swap(FakeEngine({ARTICLE.id: moved}))
    found = resolve(CITED.id, context, "ana")
    assert isinstance(found, Found)
    assert found.status == "moved"
    assert found.span == (CITED.start + 5, CITED.end + 5)


def test_words_that_are_gone_leave_what_was_shown(context: ChatContext) -> None:
    changed = reworded("All is well.")
    context.engine.swap(FakeEngine({ARTICLE.id: changed}))
    expected = Found(CITED.id, "source_changed", changed, None, CITED)
    assert resolve(CITED.id, context, "ana") == expected
    context.engine.swap(FakeEngine({}))
    assert resolve(CITED.id, context, "ana") == Gone(CITED.id, CITED)


def test_an_article_alone(context: ChatContext) -> None:
    reference = article_reference(ARTICLE.id)
    assert resolve(reference, context, "ana") == Found(reference, "verbatim", ARTICLE, None)


@pytest.mark.parametrize("bad", ["", "x", "dam.txt", "0" * 10, "../../etc", "\x00", "a" * 5000])
def test_anything_else_leads_nowhere(context: ChatContext, bad: str) -> None:
    assert isinstance(resolve(bad, context, "ana"), Gone)
