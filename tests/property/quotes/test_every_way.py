"""No way out of Pincite shows words as a quote that are not the article's at the place named."""

import re
import tempfile
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from index.errors import PinciteError
from rag.lookup import look_up
from rag.reply_json import dump, load
from rag.schema import Answer, NotFound
from rag.settings import Settings
from tests.e2e.chat.fake_engine import FakeEngine
from tests.property.quotes import world
from tests.property.quotes.claims import Claim, by_hash
from tests.property.quotes.corpora import EVERYTHING, Corpus, corpora
from tests.property.quotes.ways import READER, Ways, copied, on_terminal
from ui.audit import audit
from ui.chat.context import ChatContext, EngineHolder
from ui.chat.conversations import Conversations, Turn
from ui.chat.mcp_server import mount_mcp
from ui.saved_replies import Saved

pytest.importorskip("mcp")

QUESTIONS = ("How many soldiers came?", "What did he say of the dam and the café?")
EVERY_WAY = {
    *("ask", "ask statement", "ask prefix", "ask suffix", "batch", "search", "api", "mcp"),
    *("chat", "panel", "panel's place", "lookup page", "cite", "mcp cite"),
    *("markdown", "json", "pack", "pack prefix", "pack's data"),
}
# Each example builds an index, about a second of work. More of them:
# python -m pytest tests/property/quotes --hypothesis-profile=long
few = settings(
    max_examples=max(3, settings.default.max_examples // 25),
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def ways(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ways]:
    folder = tmp_path_factory.mktemp("ways")
    talks = Conversations(folder / "talks.sqlite")
    context = ChatContext(Settings(index=folder / "index"), EngineHolder(FakeEngine()), talks)
    app = FastAPI()
    mount_mcp(app, context)
    with TestClient(app, base_url="http://127.0.0.1:7860") as client:
        yield Ways(context, client, by_hash(("one.txt", "two.md", "a", "b/ü")))


def untrue(claims: Sequence[Claim], truth: dict[str, str]) -> list[Claim]:
    return [claim for claim in claims if not _true(claim, truth[claim.article])]


def _true(claim: Claim, text: str) -> bool:
    stands, said = text[claim.start : claim.end], claim.words
    if "\ufffd" in said:  # how a browser shows a NUL
        stands = stands.replace("\0", "\ufffd")
    if claim.way == "markdown":  # white space at the end of a line means nothing there
        stands, said = (re.sub(r"\s+(?=\n|$)", "", text) for text in (stands, said))
    return (0 <= claim.start < claim.end and said == stands) or (said, stands) == ("", "")


@few
@example(corpus=EVERYTHING)
@given(corpus=corpora())
def test_what_is_shown_as_a_quote_stands_there(ways: Ways, corpus: Corpus) -> None:
    with tempfile.TemporaryDirectory() as folder:
        index = world.opened(world.built(corpus, Path(folder)))
        answers, silent = world.engine(index, 0), world.engine(index, 1)
        for question in QUESTIONS:
            reply = answers.ask(question)
            assert isinstance(reply, Answer)
            claims = list(ways.asked(answers, question))
            assert {claim.way for claim in claims} >= EVERY_WAY
            assert untrue(claims, corpus.truth) == []
            sentences = {
                (p.article_id, span) for p in answers.index.passages for span in p.sentences
            }
            for citation in reply.citations:
                assert (citation.article_id, (citation.start, citation.end)) in sentences
                words = corpus.truth[citation.article_id]
                assert citation.sha256 == sha256(words.encode()).hexdigest()
            assert all(_names(text, cite, reply) for cite, text in copied(reply))
            shown = on_terminal(reply)
            assert all(
                _folded(each.exact) in shown for each in reply.citations if _plain(each.exact)
            )
            assert audit([Saved("here", load(dump(reply)))], answers.index.articles).problems == ()
            assert isinstance(silent.ask(question), NotFound)
            nearest = list(ways.asked(silent, question))
            assert "chat near" in {claim.way for claim in nearest}
            assert untrue(nearest, corpus.truth) == []


def _names(text: str, cite: str, reply: Answer) -> bool:
    [citation] = [each for each in reply.citations if each.id == cite]
    return text.startswith(f"“{citation.exact}”") and f"{citation.start}-{citation.end}" in text


def _plain(words: str) -> bool:
    return all(letter.isprintable() or letter.isspace() for letter in words)


def _folded(words: str) -> str:
    return " ".join(words.split())


@few
@given(corpus=corpora(), data=st.data())
def test_a_lookup_shows_what_stands_and_calls_nothing_else_verbatim(
    ways: Ways, corpus: Corpus, data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = world.engine(world.opened(world.built(corpus, Path(folder))), 0)
        ways.context.engine.swap(engine)
        for key, text in corpus.truth.items():
            start = data.draw(st.integers(0, len(text) - 1))
            quote = text[start : start + data.draw(st.integers(1, 80))]
            assert untrue(_as_far_as_it_goes(ways.looked_up(quote)), corpus.truth) == []
            word = next((w for w in quote.split() if w.isascii() and w.isalpha()), None)
            if word:
                altered = quote.replace(word, word + "qx", 1)
                found = look_up(altered, engine.index.articles)
                assert found.status != "verbatim", (key, altered)
                assert untrue(list(ways.looked_up(altered)), corpus.truth) == []


@few
@example(corpus=EVERYTHING)
@given(corpus=corpora())
def test_nothing_is_quoted_from_a_text_that_was_damaged(ways: Ways, corpus: Corpus) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = world.built(corpus, Path(folder))
        before = world.engine(world.opened(made), 0).ask(QUESTIONS[0])
        for letter in "aeiо员ر":
            world.damage(made, letter, "z")
        damaged = world.opened(made)
        shown: list[Claim] = []
        for threshold in (1, 0):
            shown += _as_far_as_it_goes(ways.asked(world.engine(damaged, threshold), QUESTIONS[0]))
        for text in corpus.truth.values():
            shown += _as_far_as_it_goes(ways.looked_up(text[:80].replace("a", "z")))
        for citation in before.citations:
            shown += _as_far_as_it_goes(ways.opened(citation.id))
        assert untrue(shown, corpus.truth) == []


def _as_far_as_it_goes(claims: Iterator[Claim]) -> list[Claim]:
    made: list[Claim] = []
    try:
        for claim in claims:
            made.append(claim)
    except PinciteError:
        pass
    return made


@few
@given(corpora(), corpora())
def test_saved_quotes_are_verified_only_while_they_stand(
    ways: Ways, corpus: Corpus, later: Corpus
) -> None:
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as other:
        then = world.opened(world.built(corpus, Path(folder)))
        saved = world.engine(then, 0).ask(QUESTIONS[0])
        now = world.engine(world.opened(world.built(later, Path(other))), 0)
        ways.context.engine.swap(now)
        talks = ways.context.talks
        talks.add(talks.start(READER, "x"), Turn("x", reply=saved))
        problems = {
            (each.article_id, each.start, each.end)
            for each in audit([Saved("here", saved)], now.index.articles).problems
            if each.status != "described_otherwise"
        }
        for each in saved.citations:
            stands = later.truth[each.article_id][each.start : each.end] == each.exact
            assert ((each.article_id, each.start, each.end) in problems) != stands
            assert untrue(list(ways.opened(each.id)), later.truth) == []
            assert untrue(list(ways.looked_up(each.id)), later.truth) == []
