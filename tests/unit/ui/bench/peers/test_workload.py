import pytest

from eval.schema import Dataset
from index.errors import BadInputError
from ui.bench.peers.workload import CHANGED, workload


def test_questions_are_those_that_the_articles_answer(dataset: Dataset) -> None:
    work = workload(dataset, 20, 100)
    given = {article.id for article in work.given}
    assert len(given) == len(work.questions) == 20
    assert {q.evidence[0].article_id for q in work.questions} == given


def test_it_is_the_same_every_time(dataset: Dataset) -> None:
    assert workload(dataset, 20, 5) == workload(dataset, 20, 5)


def test_changed_articles_only_grow_so_that_gold_stays(dataset: Dataset) -> None:
    work = workload(dataset, None, 5)
    before = {article.id: article.text for article in work.given}
    assert len(work.changed) == CHANGED
    for article in work.changed:
        assert article.text.startswith(before[article.id])
        assert len(article.text) > len(before[article.id])
        assert work.articles[article.id].text == article.text


def test_articles_that_answer_nothing_are_refused(dataset: Dataset) -> None:
    with pytest.raises(BadInputError, match="take more"):
        workload(dataset, 0, 5)
