from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from index.schema import Article
from rag.settings import Settings
from tests.e2e.chat.fake_engine import FakeEngine
from tests.unit.ui.chat.replies import ARTICLE, answer, citation
from ui.chat.context import ChatContext, EngineHolder
from ui.chat.conversations import Conversations, Turn
from ui.chat.script_calls import ScriptCalls, script_calls
from ui.chat.suggested import Suggested

KEY = "k" * 32
HOSTILE: list[Any] = [
    None,
    5,
    [],
    {},
    "x" * 100_000,
    {"cite": None, "others": 5},
    {"cite": "../../etc/passwd", "others": [None, "x", {"path": "/etc/passwd"}] * 50},
    {"form": "html", "talk": "' OR 1=1 --", "n": "1e9", "of": [], "verdict": "up"},
    {"n": "٣", "talk": {"a": 1}, "of": "\ud800", "note": "x" * 10_000},
]


@pytest.fixture
def context(tmp_path: Path) -> ChatContext:
    talks = Conversations(tmp_path / "talks.sqlite")
    engine = FakeEngine({ARTICLE.id: ARTICLE})
    return ChatContext(Settings(index=tmp_path / "index"), EngineHolder(engine), talks)


@pytest.fixture
def calls(context: ChatContext) -> ScriptCalls:
    return script_calls(context, Suggested(context.engine))


def request(key: str = KEY) -> Any:
    return SimpleNamespace(cookies={"pincite_reader": key}, headers={})


@pytest.mark.parametrize("data", HOSTILE)
def test_anything_may_be_sent(calls: ScriptCalls, data: Any) -> None:
    assert "does not lead to any article" in calls.article(data, request())
    assert calls.copied(data, request()) == ""
    assert calls.exported(data, request()) is None
    assert calls.judged(data, request()) is False


def test_only_the_reader_can_export_and_judge(context: ChatContext, calls: ScriptCalls) -> None:
    talk = context.talks.start(f"browser:{KEY}", "What broke?")
    context.talks.add(talk, Turn("What broke?", answer()))
    export = {"form": "json", "talk": talk}
    verdict = {"talk": talk, "n": "1", "of": citation(1).id, "verdict": "up", "note": ""}
    stranger = request("s" * 32)
    assert calls.exported(export, stranger) is None
    assert calls.judged(verdict, stranger) is False
    assert citation(1).exact in (calls.exported(export, request()) or {})["text"].replace("\\", "")
    assert calls.judged(verdict, request()) is True


def test_the_panel_and_the_copy_hold_the_same_words(calls: ScriptCalls) -> None:
    reference = citation(3).id
    assert 'id="quoted"' in calls.article({"cite": reference}, request())
    assert citation(3).exact in calls.copied({"of": reference, "form": "plain"}, request())


class LookedThrough(dict[str, Article]):
    """Counts how often all articles are gone through."""

    times = 0

    def values(self) -> Any:
        """All articles."""
        self.times += 1
        return super().values()


def test_quotes_of_articles_that_are_gone_are_not_looked_for_in_all(tmp_path: Path) -> None:
    articles = LookedThrough({ARTICLE.id: ARTICLE})
    talks = Conversations(tmp_path / "talks.sqlite")
    settings = Settings(index=tmp_path / "index")
    context = ChatContext(settings, EngineHolder(FakeEngine(articles)), talks)
    calls = script_calls(context, Suggested(context.engine))
    gone = [f"{n:010x}.0-9.0123456789ab" for n in range(20)]
    articles.times = 0
    alone = calls.article({"cite": citation(3).id}, request())
    times, articles.times = articles.times, 0
    assert calls.article({"cite": citation(3).id, "others": gone}, request()) == alone
    assert articles.times == times
