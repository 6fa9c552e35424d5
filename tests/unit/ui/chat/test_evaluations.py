import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from html import unescape
from types import MappingProxyType

import pytest

from eval.fixed_set import read_fixed
from index.errors import BadInputError
from rag.settings import Settings
from tests.e2e.chat.fake_articles import SEEDS
from tests.e2e.chat.fake_engine import FakeEngine
from tests.e2e.chat.fake_score import fake_score
from ui.chat.context import ChatContext, EngineHolder
from ui.chat.conversations import Conversations
from ui.chat.evaluation_handlers import EvaluationHandlers
from ui.chat.evaluations import Evaluations, StoppedError
from ui.chat.question_list_html import questions_html
from ui.chat.question_view import QuestionView
from ui.chat.run_html import run_html
from ui.chat.words import Words
from ui.chat.work import Work

EN = Words("en")
EVIL = "<img src=x onerror=a()> ${6*7} {{x}} `y`"


def context_at(folder, score):
    return ChatContext(
        Settings(index=folder / "index"),
        EngineHolder(FakeEngine()),
        Conversations(folder / "talks.sqlite"),
        work=Work(score=score),
    )


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    folder = tmp_path_factory.mktemp("evaluations")
    evaluations = Evaluations(context_at(folder, fake_score))
    assert evaluations.start("fixed", 5).result() == "fixed-01"
    return evaluations


def test_a_run_is_kept_and_read_again(kept):
    assert kept.runs() == ["fixed-01"]
    assert len(kept.run("fixed-01").outcomes) == 5
    assert kept.step is None


def test_only_names_of_the_list_are_opened(kept):
    for name in ("../index", "/etc", "", "fixed-02"):
        with pytest.raises(BadInputError, match="There is no run"):
            kept.run(name)
    with pytest.raises(BadInputError, match="There is no question set"):
        kept.start("../../etc", None).result()


def test_datasets_beside_the_index_are_offered(tmp_path):
    (tmp_path / "datasets" / "mine").mkdir(parents=True)
    (tmp_path / "datasets" / "mine" / "corpus.jsonl").write_text("{}")
    (tmp_path / "datasets" / "empty").mkdir()
    assert Evaluations(context_at(tmp_path, fake_score)).datasets() == ["fixed", "mine"]


def test_a_stopped_run_leaves_nothing(tmp_path):
    evaluations = None

    def slow(dataset, settings, folder, progress):
        progress("ask", 0, 5)
        evaluations.stop()
        progress("ask", 1, 5)

    evaluations = Evaluations(context_at(tmp_path, slow))
    with pytest.raises(StoppedError):
        evaluations.start("fixed", 5).result()
    assert list((tmp_path / "eval").iterdir()) == []
    assert evaluations.runs() == []


class FakeEvent:
    def __init__(self, **data):
        self._data = data


class FakeRequest:
    headers = MappingProxyType({"accept-language": "en"})


async def shown(steps):
    return [step async for step in steps]


def fails(dataset, settings, folder, progress):
    raise BadInputError("The disk is full <b>; make room.")


def test_a_run_that_fails_says_why(tmp_path):
    handlers = EvaluationHandlers(context_at(tmp_path, fails))
    ran = shown(handlers.ran(FakeEvent(set="fixed", limit="5"), FakeRequest()))
    with ThreadPoolExecutor(1) as thread:  # this one may have a browser's loop running
        steps = thread.submit(asyncio.run, ran).result()
    told = unescape(steps[-1][1])
    assert "The run failed. The disk is full" in told
    assert "<b>" not in steps[-1][1]
    assert list((tmp_path / "eval").iterdir()) == []


def test_nonsense_from_the_browser_shows_nothing(kept, tmp_path):
    handlers = EvaluationHandlers(context_at(tmp_path, fails))
    for data in ({}, {"shown": "../x", "against": 5}, {"shown": ["a"]}):
        _, _, run, questions = handlers.chosen(FakeEvent(**data), FakeRequest())
        assert (run, questions) == ("", "")
    told = handlers.listed("x", FakeEvent(run="../x", page="²"), FakeRequest())
    assert "There is no run" in unescape(told)


def hostile(outcome):
    quotes = tuple(replace(quote, text=EVIL) for quote in outcome.gold)
    return replace(outcome, question=EVIL, searched_as=EVIL, history=(EVIL,), gold=quotes)


def test_what_questions_and_quotes_say_stays_text(kept):
    run = kept.run("fixed-01")
    outcomes = [hostile(outcome) for outcome in run.outcomes]
    html = questions_html(EN, outcomes, {}, QuestionView("fixed-01"))
    page = run_html(EN, EVIL, replace(run, outcomes=tuple(outcomes)), {}, None)
    for made in (html, page):
        assert "<img" not in made
        assert "${" not in made
        assert "{{" not in made


def test_questions_by_stage_and_words(kept):
    outcomes = kept.run("fixed-01").outcomes
    stage = outcomes[0].stage
    html = questions_html(EN, outcomes, {}, QuestionView("fixed-01", stage=stage))
    assert html.count("<li>") == sum(outcome.stage == stage for outcome in outcomes)
    none = questions_html(EN, outcomes, {}, QuestionView("fixed-01", query="zebra xylophone"))
    assert "0 questions" in none


def test_gold_is_opened_only_where_it_stands_word_for_word(kept):
    articles = read_fixed(SEEDS).articles
    outcomes = kept.run("fixed-01").outcomes
    view = QuestionView("fixed-01")
    there = questions_html(EN, outcomes, articles, view)
    assert "data-cite=" in there
    moved = {key: replace(each, text=f"x{each.text}") for key, each in articles.items()}
    assert "data-cite=" not in questions_html(EN, outcomes, moved, view)
