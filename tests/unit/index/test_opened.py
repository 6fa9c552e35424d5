from pathlib import Path

import numpy as np
import pytest

from index.any_articles import hashed, sources
from index.article_hash import article_hash
from index.errors import IndexUnfitError
from index.recent import Recent
from index.schema import Article
from index.store import Store
from rag.engine import Engine


def article(row: int, text: str = "Words.") -> Article:
    return Article(f"{row}.txt", text, "0" * 64)


def test_articles_are_read_as_they_were_written(engine: Engine) -> None:
    articles = engine.index.articles
    assert list(articles) == sorted(articles)
    assert list(articles.items()) == list(dict(articles).items())
    assert [articles[each.id] for each in articles.values()] == list(articles.values())
    assert "none.txt" not in articles


def test_passages_by_row_by_number_of_any_kind_and_in_order(engine: Engine) -> None:
    passages = engine.index.passages
    rows = list(passages.rows())
    assert [passages[row] for row in np.asarray(rows)] == list(passages)
    assert passages.ids(rows) == {row: passages[row].id for row in rows}
    assert next(iter(passages)) in passages
    with pytest.raises(KeyError):
        passages[rows[-1] + 1]


def test_a_store_and_a_mapping_give_the_same(engine: Engine) -> None:
    articles = engine.index.articles
    plain = dict(articles)
    assert sources(articles) == sources(plain)
    for id in plain:
        assert hashed(article_hash(id), articles) == [plain[id]]
        assert hashed(article_hash(id), plain) == [plain[id]]


def test_recent_forgets_what_was_asked_for_longest_ago() -> None:
    recent = Recent(most=12)
    recent.add(1, article(1))
    recent.add(2, article(2))
    assert recent.get(1) == article(1)
    recent.add(3, article(3))
    assert recent.get(2) is None
    assert recent.get(1) == article(1)
    recent.add(4, article(4, "x" * 100))
    assert recent.get(1) is None
    assert recent.get(4) is not None


def test_damage_met_while_reading_is_said(tmp_path: Path, engine: Engine) -> None:
    manifest = engine.index.manifest
    data = (engine.settings.index / manifest.generation / "articles.sqlite").read_bytes()
    path = tmp_path / "damaged.sqlite"
    tables = 20 * 4096  # every table begins in the first pages
    path.write_bytes(data[:tables] + b"\xff" * (len(data) - tables))
    with pytest.raises(IndexUnfitError, match="damaged"):
        Store(path).select("SELECT count(text) FROM texts, passages, articles")
