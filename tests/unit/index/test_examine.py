"""An examination finds what was damaged, says how to mend it, and changes nothing."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from index import manifest, sums
from index.build import build_index
from index.errors import IndexUnfitError
from index.examine import examine
from index.settings import IndexSettings
from tests.unit.index.small_index import synced, write_articles
from ui.bench.stand_in import stand_in


@pytest.fixture
def settings(tmp_path: Path) -> IndexSettings:
    made = IndexSettings(index=tmp_path / "index")
    write_articles(tmp_path / "articles", 5)
    synced(tmp_path / "articles", made)
    return made


def home(settings: IndexSettings) -> Path:
    return settings.index / manifest.read(settings.index).generation


def said(settings: IndexSettings) -> list[str]:
    return [each.what for each in examine(settings.index) if each.kind == "damage"]


def every_byte(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {str(file): (file.read_bytes(), file.stat().st_mtime_ns) for file in files}


def test_a_sound_index_is_sound_and_stays_as_it_is(settings: IndexSettings) -> None:
    before = every_byte(settings.index)
    assert list(examine(settings.index)) == []
    assert every_byte(settings.index) == before


def test_where_there_is_no_index_there_is_nothing_to_examine(tmp_path: Path) -> None:
    with pytest.raises(IndexUnfitError, match="There is no index"):
        list(examine(tmp_path))


def sql(statement: str) -> Callable[[Path], None]:
    def change(home: Path) -> None:
        with closing(sqlite3.connect(home / "articles.sqlite")) as base, base:
            base.execute(statement)

    return change


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (sql("UPDATE texts SET text = replace(text, 'stood', 'stand') WHERE article = 1"), "text"),
        (sql("UPDATE articles SET title = 'Another'"), "titles"),
        (sql("UPDATE articles SET source = 'Another'"), "sources"),
        (sql("UPDATE articles SET published = '2020-01-01'"), "dates"),
        (sql("UPDATE articles SET hash = '0123456789'"), "wrong hash"),
        (sql("UPDATE passages SET start = start + 1"), "not hold the words"),
        (sql('UPDATE passages SET "end" = "end" + 9999'), "not lie in their article"),
        (sql("DELETE FROM passages WHERE row = 1"), "vectors.faiss holds"),
        (sql("DELETE FROM texts WHERE article = 1"), "has no text"),
    ],
)
def test_changed_rows_are_found_without_checksums(
    settings: IndexSettings, damage: Callable[[Path], None], words: str
) -> None:
    (home(settings) / sums.FILE).unlink()
    damage(home(settings))
    assert any(words in each for each in said(settings)), said(settings)


@pytest.mark.parametrize("name", ["articles.sqlite", "words.sqlite", "vectors.faiss", "meta.json"])
def test_a_turned_bit_is_found_in_every_file(settings: IndexSettings, name: str) -> None:
    (file,) = home(settings).rglob(name)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 4
    file.write_bytes(data)
    assert any(f"{name} has other bytes" in each for each in said(settings))
    file.unlink()
    assert any(f"{name} is gone" in each for each in said(settings))


def test_a_changed_manifest_is_found(settings: IndexSettings) -> None:
    file = manifest.path(settings.index)
    whole = json.loads(file.read_text())
    for name, other in (
        ("articles", 9),
        ("sentences", 1),
        ("content", "0"),
        ("passage_tokens", 99),
    ):
        file.write_text(json.dumps({**whole, name: other}))
        assert len(said(settings)) == 1, name
    file.write_text("{")
    assert "manifest" in said(settings)[0]


def test_what_a_stopped_build_left_is_named_and_is_no_damage(settings: IndexSettings) -> None:
    (settings.index / "g-000000000000-abcdef").mkdir()
    (settings.index / ".manifest.json.1.new").write_text("{")
    (settings.index / ".published.json.1.new").write_text("[")
    found = list(examine(settings.index))
    assert [each.kind for each in found] == ["left_over"] * 3
    (settings.index.parent / "articles" / "0.md").write_text("Other words stand here now.")
    build_index([settings.index.parent / "articles"], settings, opener=stand_in)
    assert list(examine(settings.index)) == []


def test_a_damaged_index_is_not_built_upon(settings: IndexSettings) -> None:
    """Else what was damaged would have true checksums from then on."""
    articles = settings.index.parent / "articles"
    sql("UPDATE articles SET title = 'Another'")(home(settings))
    (articles / "0.md").write_text("Other words stand here now.")
    assert build_index([articles], settings, opener=stand_in).articles == 5
    assert said(settings) == []
    titles = {article.title for article in synced(articles, settings).articles.values()}
    assert "Another" not in titles


def test_built_anew_although_no_file_changed(settings: IndexSettings) -> None:
    articles = settings.index.parent / "articles"
    sql("UPDATE articles SET title = 'Another'")(home(settings))
    build_index([articles], settings, opener=stand_in)
    assert said(settings) != []
    build_index([articles], settings, opener=stand_in, anew=True)
    assert said(settings) == []
