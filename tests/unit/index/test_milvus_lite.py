"""The real thing, embedded; where it is not installed: pip install 'pincite[milvus]'."""

import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import IndexUnfitError, StoreError
from index.milvus import Milvus, without_password
from index.publish import put
from index.settings import IndexSettings
from index.store_search import engines_in
from tests.unit.index.small_index import assert_same, synced, write_articles

KILLED = """
import os, signal, sys
from pathlib import Path
from index import manifest
from index.milvus import Milvus
from index.opened import open_contents
from index.publish import put
folder = Path(sys.argv[1])
def tell(done, total):
    if done:
        os.kill(os.getpid(), signal.SIGKILL)
put(open_contents(folder, manifest.read(folder)), folder, None, Milvus.connect(sys.argv[2]), tell)
"""


@pytest.fixture
def url(tmp_path: Path) -> str:
    pytest.importorskip("pymilvus", reason="needs pincite[milvus]")
    pytest.importorskip("milvus_lite", reason="needs pincite[milvus]")
    return str(tmp_path / "store.db")


def test_it_finds_what_the_embedded_engines_find_though_a_process_was_killed(
    tmp_path: Path, url: str
) -> None:
    write_articles(tmp_path / "articles", 12)
    settings = IndexSettings(index=tmp_path / "index")
    contents = synced(tmp_path / "articles", settings)
    home = settings.index / contents.manifest.generation
    killed = subprocess.run([sys.executable, "-c", KILLED, str(settings.index), url], check=False)
    assert killed.returncode == -9
    store = Milvus.connect(url)
    with pytest.raises(IndexUnfitError, match="does not hold this state"):
        engines_in(store, home, contents.manifest, url)
    put(contents, settings.index, None, store, lambda done, total: None)
    assert_same(contents, engines_in(store, home, contents.manifest, url))


def test_where_nothing_answers_is_said(url: str) -> None:
    with pytest.raises(StoreError, match=r"127\.0\.0\.1:1 .*see that it runs"):
        Milvus.connect("http://127.0.0.1:1", seconds=2)


def test_a_password_is_never_shown() -> None:
    assert without_password("https://me:secret@host:19530/db") == "https://host:19530/db"
    assert without_password("var/store.db") == "var/store.db"
