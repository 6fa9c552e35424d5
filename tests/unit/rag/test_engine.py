from itertools import pairwise

import pytest

from index.errors import BadInputError
from rag.cite import check
from rag.engine import Engine
from rag.schema import Answer, Filters, NotFound
from rag.stopwatch import StoppedError

FIGURE = "How many soldiers did the two Russian planes carry?"


def test_the_right_sentence_is_quoted_and_verified(engine: Engine) -> None:
    reply = engine.ask(FIGURE)
    assert isinstance(reply, Answer)
    assert "99 soldiers" in reply.citations[0].exact
    assert [statement.text for statement in reply.statements] == [c.exact for c in reply.citations]
    for citation in reply.citations:
        assert check(citation, engine.index.articles) == "verified"
        article = engine.index.articles[citation.article_id]
        assert article.text[citation.start : citation.end] == citation.exact


def test_a_damaged_word_is_found_when_asked_for_properly_and_quoted_as_it_stands(
    engine: Engine,
) -> None:
    reply = engine.ask("What kind of assistance did Moscow call it?")
    assert isinstance(reply, Answer)
    first = reply.citations[0]
    assert '"technical badistance"' in first.exact
    assert first.why is not None
    assert ("assistance", "badistance") in first.why.folded


@pytest.mark.parametrize(
    "question",
    ["What is the inflation rate in Venezuela?", "How do I bake sourdough bread?"],
)
def test_what_the_articles_do_not_answer_is_not_found_with_its_proof(
    engine: Engine, question: str
) -> None:
    reply = engine.ask(question)
    assert isinstance(reply, NotFound)
    assert reply.reason.endswith(".")
    assert reply.searched.articles == 5
    assert reply.nearest
    scores = [near.score for near in reply.nearest]
    assert scores == sorted(scores, reverse=True)
    for near in reply.nearest:
        assert engine.index.articles[near.article_id].text[near.start : near.end] == near.text


def test_a_name_that_stands_nowhere_is_part_of_the_proof(engine: Engine) -> None:
    reply = engine.ask("What did Jacinda Ardern say about Venezuela?")
    assert isinstance(reply, NotFound)
    assert "Jacinda Ardern" in reply.missing
    assert "Jacinda Ardern" in reply.reason


def test_a_follow_up_is_searched_with_its_subject(engine: Engine) -> None:
    reply = engine.ask("And how much equipment did they bring?", [FIGURE])
    assert "planes" in reply.searched_as
    assert isinstance(reply, Answer)
    assert any("35 tons of equipment" in citation.exact for citation in reply.citations)


def test_scores_of_a_search_fall_strictly_and_hits_are_slices(engine: Engine) -> None:
    hits = engine.search(FIGURE, k=20)
    assert [hit.rank for hit in hits] == list(range(1, 21))
    assert all(a.score > b.score for a, b in pairwise(hits))
    for hit in hits:
        assert engine.index.articles[hit.article_id].text[hit.start : hit.end] == hit.text


def test_filters_leave_the_rest_out(engine: Engine) -> None:
    only = Filters(sources=("PanAm Post",))
    hits = engine.search("Who met Lavrov?", k=50, filters=only)
    assert {hit.article_id for hit in hits} == {"004_4149bbab015b6a38.txt"}


def test_filters_that_nothing_passes_are_a_not_found_that_says_so(engine: Engine) -> None:
    reply = engine.ask(FIGURE, filters=Filters(since="1999", until="1999"))
    assert isinstance(reply, NotFound)
    assert reply.searched.passages == 0
    assert "filters" in reply.reason


def test_an_unknown_source_is_refused(engine: Engine) -> None:
    with pytest.raises(BadInputError, match="PanAm Post"):
        engine.ask(FIGURE, filters=Filters(sources=("The Sun",)))


def test_the_same_question_has_the_same_reply(engine: Engine) -> None:
    one, two = engine.ask(FIGURE), engine.ask(FIGURE)
    assert one.id == two.id
    assert one.citations == two.citations
    assert engine.ask(FIGURE, filters=Filters(since="2019")).id != one.id
    assert engine.ask(FIGURE, ["Who came?"]).id != one.id


def test_a_question_that_nobody_waits_for_is_not_read(engine: Engine) -> None:
    wanted = iter((True, False))
    with pytest.raises(StoppedError, match="'search'"):
        engine.trace(FIGURE, wanted=lambda: next(wanted))
