from pathlib import Path

import pytest

from index.errors import IndexUnfitError
from index.opened import Contents
from index.publish import put
from index.settings import IndexSettings
from index.store_search import collection_name, engines_in, parts
from tests.unit.index.fake_store import FakeStore
from tests.unit.index.small_index import assert_same, synced, write_articles


@pytest.fixture
def settings(tmp_path: Path) -> IndexSettings:
    return IndexSettings(index=tmp_path / "index")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    write_articles(tmp_path / "articles", 12)
    return tmp_path / "articles"


def published(contents: Contents, folder: Path, keep: str | None, store: FakeStore) -> None:
    put(contents, folder, keep, store, lambda done, total: None)


def assert_whole(contents: Contents, folder: Path, store: FakeStore) -> None:
    made = contents.manifest
    assert_same(contents, engines_in(store, folder / made.generation, made, "here"))


def test_a_store_finds_what_the_embedded_engines_find(
    articles: Path, settings: IndexSettings
) -> None:
    store = FakeStore()
    contents = synced(articles, settings)
    published(contents, settings.index, None, store)
    assert_whole(contents, settings.index, store)


def test_what_is_there_is_not_written_again(articles: Path, settings: IndexSettings) -> None:
    store = FakeStore()
    contents = synced(articles, settings)
    published(contents, settings.index, None, store)
    published(contents, settings.index, contents.manifest.generation, store)
    assert store.inserted == contents.manifest.passages


@pytest.mark.parametrize("step", ["make", "insert", "inserted", "seal"])
def test_a_killed_publication_leaves_the_old_state_and_the_next_mends_it(
    articles: Path, settings: IndexSettings, step: str
) -> None:
    store = FakeStore()
    old = synced(articles, settings)
    published(old, settings.index, None, store)
    write_articles(articles, 15)
    new = synced(articles, settings)
    store.dies_in = step
    with pytest.raises(KeyboardInterrupt):
        published(new, settings.index, old.manifest.generation, store)
    assert_whole(old, settings.index, store)
    with pytest.raises(IndexUnfitError, match="pincite index PATH"):
        engines_in(store, settings.index / new.manifest.generation, new.manifest, "here")
    store.dies_in = None
    published(new, settings.index, old.manifest.generation, store)
    assert_whole(new, settings.index, store)
    assert_whole(old, settings.index, store)


def test_only_the_state_before_stays(articles: Path, settings: IndexSettings) -> None:
    store = FakeStore()
    generations: list[str] = []
    for count in (3, 4, 5):
        write_articles(articles, count)
        contents = synced(articles, settings)
        published(contents, settings.index, generations[-1] if generations else None, store)
        generations.append(contents.manifest.generation)
    assert set(store.names()) == {collection_name(each) for each in generations[1:]}


def test_many_rows_are_asked_for_in_parts() -> None:
    assert list(parts(None, 2)) == [None]
    assert list(parts([], 2)) == []
    assert list(parts([5, 7, 9], 2)) == [[5, 7], [9]]
