import os
from pathlib import Path

import pytest

from index import manifest
from index.errors import IndexUnfitError
from index.manifest import Manifest
from ui.chat.context import EngineHolder
from ui.chat.following import Follower

FIRST = Manifest(manifest.FORMAT, "g-1", "abc", "some-model", None, 160, 5, 37, 200)


class FakeEngine:
    """Opens what the manifest names, unless it is broken."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.generation = manifest.read(folder).generation
        self.broken = False

    def reopened(self) -> "FakeEngine":
        if self.broken:
            raise IndexUnfitError("The index is damaged; build it anew.")
        return FakeEngine(self.folder)


def replaced(folder: Path, generation: str, at: int) -> None:
    manifest.write(folder, Manifest(manifest.FORMAT, generation, "abc", "m", None, 160, 5, 37, 200))
    os.utime(manifest.path(folder), (at, at))


@pytest.fixture
def holder(tmp_path: Path) -> EngineHolder:
    replaced(tmp_path, "g-1", 1)
    return EngineHolder(FakeEngine(tmp_path))  # type: ignore[arg-type]  # asks nothing


def test_a_replaced_index_is_opened_once(holder: EngineHolder, tmp_path: Path) -> None:
    follower = Follower(holder, holder.current, tmp_path, "g-1")  # type: ignore[arg-type]
    assert not follower.look()
    replaced(tmp_path, "g-2", 2)
    assert follower.look()
    assert holder.current.generation == "g-2"  # type: ignore[attr-defined]
    assert holder.edition == 2
    assert not follower.look()


def test_an_index_replaced_while_the_chat_starts_is_opened(
    holder: EngineHolder, tmp_path: Path
) -> None:
    replaced(tmp_path, "g-2", 2)
    follower = Follower(holder, holder.current, tmp_path, "g-1")  # type: ignore[arg-type]
    assert follower.look()
    assert holder.current.generation == "g-2"  # type: ignore[attr-defined]


def test_what_cannot_be_opened_leaves_the_old_one_answering(
    holder: EngineHolder, tmp_path: Path
) -> None:
    engine = holder.current
    follower = Follower(holder, engine, tmp_path, "g-1")  # type: ignore[arg-type]
    engine.broken = True  # type: ignore[attr-defined]
    replaced(tmp_path, "g-2", 2)
    assert not follower.look()
    assert holder.current is engine
    engine.broken = False  # type: ignore[attr-defined]
    assert follower.look()
    manifest.path(tmp_path).unlink()
    assert not follower.look()
    assert holder.edition == 2
