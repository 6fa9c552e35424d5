import shutil
from pathlib import Path

import pytest

from index.build import build_index
from index.errors import BadInputError, IndexUnfitError
from index.manifest import read
from index.opened import open_index
from index.settings import IndexSettings

ONE = "Two planes landed on Monday. They carried 35 tons of goods."
TWO = "The minister spoke in Oslo. Nobody answered him."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    (made / "one.txt").write_text(ONE)
    (made / "two.txt").write_text(TWO)
    return made


@pytest.fixture
def settings(tmp_path: Path) -> IndexSettings:
    return IndexSettings(index=tmp_path / "index")


def test_the_index_holds_exactly_what_is_there(folder: Path, settings: IndexSettings) -> None:
    first = build_index([folder], settings)
    assert (first.articles, first.added, first.changed, first.removed) == (2, 2, 0, 0)
    (folder / "one.txt").unlink()
    (folder / "two.txt").write_text(TWO + " Then he left.")
    (folder / "three.txt").write_text("A third article stands here.")
    second = build_index([folder], settings)
    assert (second.articles, second.added, second.changed, second.removed) == (2, 1, 1, 1)
    index = open_index(settings)
    assert set(index.articles) == {"two.txt", "three.txt"}
    assert index.articles["two.txt"].text == TWO + " Then he left."


def test_a_change_of_an_index_that_another_changed_is_refused(
    folder: Path, settings: IndexSettings
) -> None:
    build_index([folder], settings)
    before = read(settings.index).generation
    (folder / "three.txt").write_text("A third article stands here.")
    build_index([folder], settings)
    with pytest.raises(BadInputError, match="changed by another program just now"):
        build_index([folder / "one.txt"], settings, upon=before)
    assert set(open_index(settings).articles) == {"one.txt", "two.txt", "three.txt"}
    report = build_index([folder / "one.txt"], settings, upon=read(settings.index).generation)
    assert report.articles == 1


def test_nothing_changed_means_nothing_is_written(folder: Path, settings: IndexSettings) -> None:
    build_index([folder], settings)
    before = (settings.index / "manifest.json").read_bytes()
    report = build_index([folder], settings)
    assert (report.added, report.changed, report.removed) == (0, 0, 0)
    assert (settings.index / "manifest.json").read_bytes() == before


def test_only_what_changed_is_embedded(folder: Path, settings: IndexSettings) -> None:
    build_index([folder], settings)
    (folder / "three.txt").write_text("A third article stands here.")
    embedded: list[int] = []

    def hear(stage: str, done: int, total: int) -> None:
        if stage == "embed":
            embedded.append(total)

    build_index([folder], settings, hear)
    assert set(embedded) == {1}


def test_a_killed_build_leaves_the_old_index_whole(folder: Path, settings: IndexSettings) -> None:
    build_index([folder], settings)
    (folder / "three.txt").write_text("A third article stands here.")

    def killed(stage: str, done: int, total: int) -> None:
        if stage == "write":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_index([folder], settings, killed)
    assert set(open_index(settings).articles) == {"one.txt", "two.txt"}
    assert build_index([folder], settings).added == 1


def test_a_folder_that_a_killed_build_left_is_cleared(
    folder: Path, settings: IndexSettings
) -> None:
    settings.index.mkdir()
    (settings.index / "g-000000000000-abcdef").mkdir()
    build_index([folder], settings)
    assert len(list(settings.index.glob("g-*"))) == 1


def test_a_folder_without_articles_is_refused_and_the_index_kept(
    folder: Path, settings: IndexSettings, tmp_path: Path
) -> None:
    build_index([folder], settings)
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadInputError, match="no article under"):
        build_index([tmp_path / "empty"], settings)
    assert len(open_index(settings).articles) == 2


def test_another_embedder_is_refused_on_opening(folder: Path, settings: IndexSettings) -> None:
    build_index([folder], settings)
    other = settings.model_copy(update={"embedder": "another/model"})
    with pytest.raises(IndexUnfitError, match=r"another/model.*pincite index"):
        open_index(other)


@pytest.mark.parametrize("file", ["articles.sqlite", "vectors.faiss", "lexical"])
def test_a_damaged_index_says_how_to_mend_it_and_is_built_anew(
    folder: Path, settings: IndexSettings, file: str
) -> None:
    build_index([folder], settings)
    (home,) = settings.index.glob("g-*")
    if (home / file).is_dir():
        shutil.rmtree(home / file)
    else:
        (home / file).write_bytes(b"damaged")
    with pytest.raises(IndexUnfitError, match=r"damaged.*pincite index"):
        open_index(settings)
    build_index([folder], settings)
    assert len(open_index(settings).articles) == 2


def test_a_passage_row_is_the_same_in_every_part(folder: Path, settings: IndexSettings) -> None:
    build_index([folder], settings)
    index = open_index(settings)
    for row, passage in enumerate(index.passages):
        assert passage.text == index.articles[passage.article_id].text[passage.start : passage.end]
        vector = index.embedder.encode_passages([passage.text], lambda done: None)[0]
        assert index.contents.vectors.search(vector, 1)[0][0] == row
