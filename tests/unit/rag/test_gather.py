from pathlib import Path

import pytest

from index.build import build_index
from rag.asked import Understanding
from rag.engine import Engine, open_engine
from rag.settings import Settings

LINES = [
    '{"id": "a", "source": "The Daily Owl", "published": "2023-10-01", "title": "Bridges",'
    ' "text": "The old bridge in Tarn was closed on Monday. Engineers blamed the rust."}',
    '{"id": "b", "source": "Morning Lark", "published": "2023-11-05", "title": "Ferries",'
    ' "text": "The ferry to Tarn carries nine hundred people a day. Its owner is Anna Krol."}',
    '{"id": "c", "source": "Morning Lark", "published": "2023-12-01", "title": "Bread",'
    ' "text": "Bread became dearer in Tarn. Bakers blamed the price of flour."}',
    '{"id": "d", "source": "Evening Crow", "title": "Bridges again",'
    ' "text": "The bridge in Tarn, an old one, was closed for rust, the mayor said."}',
]


@pytest.fixture(scope="module")
def tarn(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder: Path = tmp_path_factory.mktemp("tarn")
    (folder / "news.jsonl").write_text("\n".join(LINES), encoding="utf-8")
    settings = Settings(index=folder / "index")
    build_index([folder / "news.jsonl"], settings)
    return open_engine(settings)


def found(engine: Engine, question: str, k: int) -> list[str]:
    return [hit.article_id for hit in engine.search(question, k)]


def test_the_publication_that_is_named_comes_first(tarn: Engine) -> None:
    assert found(tarn, "Why was the bridge closed, according to the Evening Crow?", 1) == ["d"]
    assert found(tarn, "Why was the bridge closed, as The Daily Owl reported?", 1) == ["a"]


def test_publications_that_are_named_take_turns(tarn: Engine) -> None:
    question = (
        "Does the Daily Owl article say that the bridge was closed, "
        "while the Morning Lark article says that the ferry carries many people?"
    )
    assert set(found(tarn, question, 2)) == {"a", "b"}


def test_a_date_prefers_what_was_published_then(tarn: Engine) -> None:
    assert found(tarn, "What did bakers in Tarn blame in December 2023?", 1) == ["c"]


def test_a_date_alone_shuts_nothing_out(tarn: Engine) -> None:
    assert "b" in found(tarn, "Who owned the ferry to Tarn in October 2023?", 2)


def test_a_publication_that_is_not_here_is_no_filter(tarn: Engine) -> None:
    assert "a" in found(tarn, "Why was the bridge closed, according to The Sun?", 2)


def test_sources_and_dates_of_publication_are_not_expected_in_the_text(tarn: Engine) -> None:
    understanding: Understanding = tarn.understanding
    asked = understanding.understand("What did the Morning Lark say of Tarn in June 2019?", ())
    assert asked.names == ("Tarn",)
