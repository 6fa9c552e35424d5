from pathlib import Path

import pytest

from index.build import build_index
from index.errors import BadInputError
from index.opened import Index, open_latest
from index.settings import IndexSettings
from rag.engine import Engine
from rag.schema import Filters
from rag.scope import MOST_NAMED, rows, searched


def test_without_a_filter_everything_is_searched(engine: Engine) -> None:
    assert rows(engine.index, Filters()) is None
    assert searched(engine.index, Filters(), None).articles == len(engine.index.articles)


def test_rows_and_counts_are_of_the_articles_that_pass(engine: Engine) -> None:
    filters = Filters(("PanAm Post",))
    only = rows(engine.index, filters)
    assert only is not None
    passing = {engine.index.passages[row].article_id for row in only}
    theirs = {a.id for a in engine.index.articles.values() if a.source == "PanAm Post"}
    assert passing == theirs
    assert 0 < len(only) < len(engine.index.passages)
    proof = searched(engine.index, filters, only)
    assert (proof.articles, proof.passages) == (len(theirs), len(only))


def test_a_source_that_no_article_has_is_named(engine: Engine) -> None:
    with pytest.raises(BadInputError, match="No article has the source 'The Sun'; there are: "):
        rows(engine.index, Filters(("The Sun",)))


def test_of_many_sources_some_are_named(engine: Engine, tmp_path: Path) -> None:
    line = '{{"id": {0}, "source": "Paper {0:03}", "text": "Words of paper {0}."}}\n'
    (tmp_path / "many.jsonl").write_text("".join(map(line.format, range(MOST_NAMED + 5))))
    settings = IndexSettings(index=tmp_path / "index")
    build_index([tmp_path / "many.jsonl"], settings, opener=lambda *_: engine.index.embedder)
    index = Index(open_latest(settings), engine.index.embedder)
    with pytest.raises(BadInputError, match=r"Paper 018, Paper 019 and 5 more\.$") as refused:
        rows(index, Filters(("Nobody's " * 50,)))
    assert len(str(refused.value)) < 400
