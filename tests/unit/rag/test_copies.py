import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from index.build import build_index
from index.embedder import Embedder
from index.opened import Index, open_latest
from index.schema import Passage
from index.settings import IndexSettings
from rag.copies import copies, to_read
from rag.read import Read
from rag.reader import Reading
from rag.retrieve import Candidate
from rag.schema import Filters
from rag.scope import selection
from rag.select import Choice
from ui.bench.stand_in import StandIn, stand_in

FIRST = "The old bridge in Tarn was closed on Monday because engineers had found rust in it."
TEXT = (
    f"{FIRST} The mayor said that traffic would be led over the ferry until the spring, and that"
    " the town would pay for it. Repairs are to cost nine million crowns."
)
NEWS = {
    "owl": ("The Owl", TEXT),
    "lark": ("The Lark", TEXT.replace("The old", "The old stone").replace("nine", "ten")),
    "crow": ("The Crow", TEXT.replace("Tarn", "Tárn") + " Our reporter took the ferry."),
    "wren": ("The Wren", "Bread became dearer in Tarn. " * 6),
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder: Path = tmp_path_factory.mktemp("copies")
    lines = [json.dumps({"id": id, "source": s, "text": t}) for id, (s, t) in NEWS.items()]
    (folder / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    settings = IndexSettings(index=folder / "index")
    build_index([folder / "news.jsonl"], settings, opener=stand_in)
    embedder: Embedder = StandIn()
    return Index(open_latest(settings), embedder)


def choice(index: Index, article: str, sentence: int) -> Choice:
    (passage,) = index.passages.of(article)
    read = Read(Candidate(0, 1.0, 1, 1), passage, Reading(0.0, 0.0, ()))
    return Choice(read, passage.sentences[sentence], 1.0)


def found(index: Index, chosen: Choice, filters: Filters = Filters()) -> list[tuple[str, str]]:
    return [
        (article.id, article.text[span.start : span.end])
        for article, span in copies(index, chosen, selection(filters))
    ]


def pool(index: Index, articles: Sequence[str]) -> list[Candidate]:
    rows = {index.passages[row].article_id: row for row in index.passages.rows()}
    return [Candidate(rows[each], 1.0, 1, 1) for each in articles]


def kept(index: Index, candidates: Sequence[Candidate], most: int) -> list[str]:
    passages: list[Passage] = [
        index.passages[each.row] for each in to_read(index, candidates, most)
    ]
    return [passage.article_id for passage in passages]


def test_every_copy_is_named_with_its_own_words(index: Index) -> None:
    assert found(index, choice(index, "owl", 0)) == [
        ("lark", FIRST.replace("old", "old stone")),
        ("crow", FIRST.replace("Tarn", "Tárn")),
    ]


def test_a_copy_with_another_figure_is_not_named(index: Index) -> None:
    assert [article for article, _ in found(index, choice(index, "owl", 2))] == ["crow"]


def test_copies_outside_the_filters_are_not_named(index: Index) -> None:
    only = Filters(sources=("The Owl", "The Crow"))
    assert [article for article, _ in found(index, choice(index, "owl", 0), only)] == ["crow"]


def test_an_article_of_its_own_has_no_copies(index: Index) -> None:
    assert found(index, choice(index, "wren", 0)) == []


def test_a_passage_is_read_again_only_if_it_says_something_else(index: Index) -> None:
    ranked = pool(index, ["owl", "lark", "crow", "wren"])
    assert kept(index, ranked, 4) == ["owl", "lark", "crow", "wren"]
    assert kept(index, pool(index, ["crow", "owl", "wren"]), 3) == ["crow", "wren"]
    assert kept(index, ranked, 2) == ["owl", "lark"]
