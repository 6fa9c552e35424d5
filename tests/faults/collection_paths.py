"""The write paths of the page's collection: articles uploaded into it, and one taken away."""

import json
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from index import manifest
from index.build import build_index
from index.opened import open_contents
from index.progress import Progress
from rag.settings import Settings
from tests.faults.index_paths import built, warm, whole, write
from ui.bench.stand_in import stand_in
from ui.chat.collection import Collection, Upload
from ui.chat.context import ChatContext, EngineHolder
from ui.chat.conversations import Conversations
from ui.chat.rebuild import Rebuilt
from ui.chat.work import Work

__all__ = ["Added", "Removed", "warm"]
OLD = {f"{name}.txt": f"The minister spoke of {name}. Planes came." for name in "abc"}


def _engine(folder: Path) -> Any:
    """As much of an engine as the collection reads."""
    return SimpleNamespace(index=open_contents(folder, manifest.read(folder)))


def _rebuilt(paths: Sequence[Path], settings: Settings, progress: Progress, upon: str) -> Rebuilt:
    report = build_index(paths, settings, progress, opener=stand_in, upon=upon)
    return Rebuilt(report, _engine(settings.index))


def _collection(root: Path) -> tuple[Collection, ChatContext]:
    settings = Settings(index=root / "index")
    talks = Conversations(root / "conversations.sqlite")
    holder = EngineHolder(_engine(settings.index))
    context = ChatContext(settings, holder, talks, work=Work(_rebuilt))
    return Collection(context), context


def _ended(root: Path, context: ChatContext) -> None:
    """What must hold once a change was made: the file for `pincite index` is what is answered."""
    folder = root / "index-articles"
    lines = (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["doc_id"] for line in lines} == set(context.engine.articles)
    for left in folder.glob(".change-*"):
        # What may not be removed stays; the next change clears it.
        with suppress(PermissionError):
            shutil.rmtree(left)
            raise AssertionError(f"{left.name} was left behind")


@dataclass(frozen=True, slots=True)
class Added:
    """Two files uploaded, one of them of a name that is taken."""

    def before(self, root: Path) -> None:
        """An index, an upload made before, and two files that have arrived."""
        write(root, OLD)
        built(root)
        for name, text in (
            ("first", "The first one came before."),
            ("new", "The bridge fell. Nobody was hurt."),
            ("other", "A zebra spoke of the harbour."),
        ):
            (root / name).write_text(text, encoding="utf-8")
        collection, _ = _collection(root)
        collection.add([Upload(root / "first", "first.txt")]).result()

    def work(self, root: Path) -> None:
        """Add them."""
        collection, context = _collection(root)
        files = [Upload(root / "new", "News/new.txt"), Upload(root / "other", "a.txt")]
        collection.add(files).result()
        _ended(root, context)

    def state(self, root: Path) -> str:
        """What the index holds; and the file beside it is whole, of before or of after."""
        file = root / "index-articles" / "articles.jsonl"
        for line in file.read_text(encoding="utf-8").splitlines():
            assert json.loads(line)["text"].endswith(".")
        return whole(root)


@dataclass(frozen=True, slots=True)
class Removed(Added):
    """An article taken away."""

    def work(self, root: Path) -> None:
        """Take it away."""
        collection, context = _collection(root)
        collection.remove({"b.txt"}).result()
        _ended(root, context)
