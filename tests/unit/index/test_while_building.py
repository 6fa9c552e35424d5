"""What others do to the articles and to the index while it is built."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from index import manifest
from index.build import BuildReport, build_index
from index.errors import BadInputError
from index.opened import Contents, open_contents
from index.settings import IndexSettings
from ui.bench.stand_in import stand_in


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for name in "abc":
        (made / f"{name}.txt").write_text(f"The first words of {name} stand here.")
    return made


@pytest.fixture
def settings(tmp_path: Path) -> IndexSettings:
    return IndexSettings(index=tmp_path / "index")


def texts(settings: IndexSettings) -> dict[str, str]:
    contents: Contents = open_contents(settings.index, manifest.read(settings.index))
    return {id: article.text for id, article in contents.articles.items()}


def build(
    folder: Path, settings: IndexSettings, meanwhile: Callable[[], None] = lambda: None
) -> BuildReport:
    """`meanwhile` is done once, when every file was seen and the first is about to be read."""
    waiting = [meanwhile]

    def hear(stage: str, done: int, total: int) -> None:
        if stage == "read" and total and waiting:
            waiting.pop()()

    return build_index([folder], settings, hear, stand_in)


def test_a_file_that_vanishes_is_named_and_costs_nothing_else(
    folder: Path, settings: IndexSettings
) -> None:
    report = build(folder, settings, (folder / "b.txt").unlink)
    assert [each.path for each in report.skipped] == ["b.txt"]
    assert set(texts(settings)) == {"a.txt", "c.txt"}
    assert build(folder, settings).skipped == ()


@pytest.mark.parametrize("words", ["More words.", "The other words of b stand here."])
def test_a_file_that_grows_or_changes_is_right_at_the_latest_in_the_next_sync(
    folder: Path, settings: IndexSettings, words: str
) -> None:
    before = (folder / "b.txt").read_text()
    build(folder, settings, lambda: (folder / "b.txt").write_text(words) and None)
    assert texts(settings)["b.txt"] in (before, words)
    build(folder, settings)
    assert texts(settings)["b.txt"] == words


@pytest.mark.parametrize("years", [-30, 30])
def test_a_change_is_seen_whatever_the_time_of_the_file(
    folder: Path, settings: IndexSettings, years: int
) -> None:
    """Same length, same modification time, which lies far back or ahead."""
    file = folder / "b.txt"
    when = file.stat().st_mtime_ns + years * 365 * 86_400 * 10**9
    os.utime(file, ns=(when, when))
    build(folder, settings)
    words = file.read_text().replace("first", "other")
    file.write_text(words)
    os.utime(file, ns=(when, when))
    assert build(folder, settings).changed == 1
    assert texts(settings)["b.txt"] == words


def test_a_second_build_is_refused_and_the_first_ends_whole(
    folder: Path, settings: IndexSettings
) -> None:
    build(folder, settings)
    (folder / "d.txt").write_text("A fourth article.")

    def second() -> None:
        with pytest.raises(BadInputError, match="Another build is writing"):
            build(folder, settings)

    assert build(folder, settings, second).added == 1
    assert set(texts(settings)) == {"a.txt", "b.txt", "c.txt", "d.txt"}
