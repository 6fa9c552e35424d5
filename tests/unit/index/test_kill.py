"""A build killed at any stage leaves the old index whole, and the next one ends what it began."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from index import manifest
from index.build import build_index
from index.opened import Contents, open_contents
from index.settings import IndexSettings
from ui.bench.stand_in import stand_in

KILLED = """
import os, signal, sys
from pathlib import Path
from index.build import build_index
from index.settings import IndexSettings
from ui.bench.stand_in import stand_in
folder, index, at = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]

def kill(stage, done, total):
    if stage == at and done == (1 if at == "read" else 0):
        os.kill(os.getpid(), signal.SIGKILL)

build_index([folder], IndexSettings(index=index), kill, stand_in)
"""


def opened(settings: IndexSettings) -> Contents:
    return open_contents(settings.index, manifest.read(settings.index))


@pytest.mark.parametrize("stage", ["read", "split", "embed", "write"])
def test_killed_at(stage: str, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("one", "two", "three"):
        (folder / f"{name}.txt").write_text(f"The first words of {name} stand here.")
    settings = IndexSettings(index=tmp_path / "index")
    build_index([folder], settings, opener=stand_in)
    before = dict(opened(settings).articles)
    (folder / "one.txt").write_text("Other words of one stand here.")
    (folder / "two.txt").unlink()
    (folder / "four.txt").write_text("A fourth article.")
    command = [sys.executable, "-c", KILLED, str(folder), str(settings.index), stage]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert dict(opened(settings).articles) == before
    report = build_index([folder], settings, opener=stand_in)
    assert (report.added, report.changed, report.removed) == (1, 1, 1)
    assert set(opened(settings).articles) == {"one.txt", "three.txt", "four.txt"}
    assert len(list(settings.index.glob("g-*"))) == 2
