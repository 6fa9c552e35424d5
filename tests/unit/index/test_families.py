from pathlib import Path

from index.opened import Contents
from index.selection import Selection
from index.settings import IndexSettings
from tests.unit.index.small_index import synced

TOLD = (
    "The old bridge in Tarn was closed on Monday because engineers had found rust in its piers."
    " The mayor said that traffic would be led over the ferry until spring, which the town pays."
)
OTHER = (
    "Bread became dearer in every bakery of the valley this week, since the price of flour rose"
    " again. Bakers say that they had no choice, and that they are as sorry as anybody is."
)


def family(contents: Contents, article: str) -> list[str]:
    return contents.families.others(article, Selection(), 10)


def test_copies_are_a_family_as_long_as_they_are_copies(tmp_path: Path) -> None:
    folder, settings = tmp_path / "news", IndexSettings(index=tmp_path / "index")
    folder.mkdir()
    (folder / "a.txt").write_text(TOLD)
    (folder / "b.txt").write_text(OTHER)
    contents = synced(folder, settings)
    assert contents.families.of("a.txt") is None

    (folder / "c.txt").write_text(TOLD.replace("Monday", "Tuesday"))
    contents = synced(folder, settings)
    assert family(contents, "a.txt") == ["c.txt"]
    assert family(contents, "c.txt") == ["a.txt"]
    assert family(contents, "b.txt") == []

    (folder / "d.txt").write_text(OTHER)
    (folder / "a.txt").rename(folder / "moved.txt")
    contents = synced(folder, settings)
    assert family(contents, "c.txt") == ["moved.txt"]
    assert family(contents, "d.txt") == ["b.txt"]

    (folder / "c.txt").write_text(OTHER.upper())
    (folder / "b.txt").unlink()
    contents = synced(folder, settings)
    assert contents.families.of("moved.txt") is None
    assert family(contents, "c.txt") == ["d.txt"]


def test_a_text_of_few_words_is_nobodys_copy(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text("The bridge was closed. " + name)
    contents = synced(folder, IndexSettings(index=tmp_path / "index"))
    assert contents.families.of("a.txt") is None
