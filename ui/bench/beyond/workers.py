"""The same index built by Ray workers, one of which is killed: how long, and is it equal."""

from functools import partial
from pathlib import Path

import numpy as np

from index import generations, manifest
from index.build import BuildReport, build_index
from index.embedder import Vectors, open_embedder
from index.opened import open_contents
from index.settings import IndexSettings
from index.vectors import VectorIndex
from index.workers import WorkersEmbedder
from ui.bench.beyond.dies_once import DiesOnce


def compare(articles: Path, plain: IndexSettings) -> None:
    """Build `articles` with workers, and say how each index differs from the plain one."""
    for count in ("local:1", "local:2"):
        _said(count, *_built(articles, plain, count, None))
    mark = plain.index / "worker-was-killed"
    made = _built(articles, plain, "local:2", mark)
    _said(f"local:2, a worker killed: {mark.exists()}", *made)


def _built(
    articles: Path, plain: IndexSettings, count: str, mark: Path | None
) -> tuple[BuildReport, bool]:
    settings = plain.model_copy(update={"index": plain.index.with_name(f"{count}{bool(mark)}")})
    opener = partial(open_embedder, plain, _silent)
    remote = DiesOnce(opener, mark) if mark else opener
    report = build_index(
        [articles], settings, opener=lambda *_: WorkersEmbedder(opener(), count, remote)
    )
    _stop()
    (names, vectors), (plain_names, plain_vectors) = _held(settings), _held(plain)
    return report, names == plain_names and np.array_equal(vectors, plain_vectors)


def _held(settings: IndexSettings) -> tuple[list[str], Vectors]:
    """The passages by id and their vectors, in the order of their rows."""
    now = manifest.read(settings.index)
    passages = open_contents(settings.index, now).passages
    rows = list(passages.rows())
    names = passages.ids(rows)
    vectors = VectorIndex.open(settings.index / now.generation / generations.VECTORS)
    return [names[row] for row in rows], vectors.of(rows)


def _said(how: str, report: BuildReport, equal: bool) -> None:
    print(f"built by {how}: {report.seconds:.1f} s, equal to the plain build: {equal}", flush=True)


def _stop() -> None:
    import ray

    ray.shutdown()


def _silent(line: str) -> None:
    """Downloads are told to nobody."""
