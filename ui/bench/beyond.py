"""Beyond one machine, tried on this one: `python -m ui.bench.beyond ARTICLES QUESTIONS.jsonl`.

Builds the same index here, by one and two Ray workers, and by two of which one is killed; then puts
it into Milvus Lite and asks the same questions there. Needs pincite[milvus] and pincite[ray].
"""

import json
import sys
import time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from index import generations, manifest
from index.build import build_index
from index.embedder import open_embedder
from index.opened import Index, open_index
from index.settings import IndexSettings
from index.vectors import VectorIndex
from index.workers import WorkersEmbedder
from rag.retrieve import Candidate, Probe, retrieve
from rag.terms import terms
from ui.bench.dies_once import DiesOnce

POOL = 50
"""Passages that each search contributes, as for a reply."""


def run(articles: Path, questions: list[str], told: Path) -> None:
    """Measure everything in the folder `told`; lines go to standard output."""
    plain = _built(articles, IndexSettings(index=told / "plain"))
    for workers in ("local:1", "local:2"):
        made = _built(articles, IndexSettings(index=told / workers, workers=workers), plain)
        _built(articles, IndexSettings(index=made.index / "again", workers=workers), plain)
        _stop_workers()
    _with_a_killed_one(articles, plain, told)
    _stop_workers()
    stored = plain.model_copy(update={"store": str(told / "store.db")})
    began = time.perf_counter()
    build_index([articles], stored)
    print(f"put into Milvus Lite: {time.perf_counter() - began:.1f} s")
    embedded, asked = _searched(plain, questions), _searched(stored, questions)
    same = sum(_as_seen(one) == _as_seen(other) for one, other in zip(embedded, asked, strict=True))
    print(f"same passages, order and ranks: {same} of {len(questions)} questions")


def _built(
    articles: Path, settings: IndexSettings, like: IndexSettings | None = None
) -> IndexSettings:
    report = build_index([articles], settings)
    name = settings.index.name if like else "here"
    equal = "" if like is None else f", equal to the plain build: {_equal(settings, like)}"
    print(f"built {name}: {report.passages} passages in {report.seconds:.1f} s{equal}", flush=True)
    return settings


def _with_a_killed_one(articles: Path, plain: IndexSettings, told: Path) -> None:
    settings = IndexSettings(index=told / "killed")
    mark = told / "worker-was-killed"
    opener = DiesOnce(partial(open_embedder, settings, _silent), mark)
    here = open_embedder(settings, _silent)
    report = build_index(
        [articles], settings, opener=lambda *_: WorkersEmbedder(here, "local:2", opener)
    )
    equal = _equal(settings, plain)
    print(f"built local:2, one killed ({mark.exists()}): {report.seconds:.1f} s, equal: {equal}")


def _equal(one: IndexSettings, other: IndexSettings) -> bool:
    """Whether both hold the same passages with the same vectors, bit for bit."""
    (rows, vectors), (others, other_vectors) = _held(one), _held(other)
    return rows == others and np.array_equal(vectors, other_vectors)


def _held(settings: IndexSettings) -> tuple[list[str], object]:
    index = open_index(settings)
    rows = list(index.passages.rows())
    home = settings.index / manifest.read(settings.index).generation
    names = index.passages.ids(rows)
    return [names[row] for row in rows], VectorIndex.open(home / generations.VECTORS).of(rows)


def _searched(settings: IndexSettings, questions: list[str]) -> list[list[Candidate]]:
    index = open_index(settings)
    probes = [Probe(question, terms(question)) for question in questions]
    found = [retrieve(index, probes[0], POOL)][:0]
    seconds: dict[str, list[float]] = {"by meaning": [], "by word": [], "whole search": []}
    for probe in probes:
        began = time.perf_counter()
        found.append(retrieve(index, probe, POOL))
        seconds["whole search"].append(time.perf_counter() - began)
        _parts(index, probe, seconds)
    for what, took in seconds.items():
        middle, late = 1000 * np.percentile(took, 50), 1000 * np.percentile(took, 95)
        print(f"{settings.store or 'embedded'}, {what}: median {middle:.1f} ms, 95 % {late:.1f} ms")
    return found


def _parts(index: Index, probe: Probe, seconds: dict[str, list[float]]) -> None:
    vector = index.embedder.encode_question(probe.text)
    began = time.perf_counter()
    index.contents.vectors.search(vector, POOL)
    between = time.perf_counter()
    index.contents.lexical.search(probe.terms, POOL, 0.3, None)
    seconds["by meaning"].append(between - began)
    seconds["by word"].append(time.perf_counter() - between)


def _as_seen(found: list[Candidate]) -> list[tuple[int, int | None, int | None]]:
    return [(each.row, each.dense_rank, each.lexical_rank) for each in found]


def _stop_workers() -> None:
    import ray

    ray.shutdown()


def _silent(line: str) -> None:
    """Downloads are told to nobody."""


if __name__ == "__main__":
    lines = Path(sys.argv[2]).read_text("utf-8").splitlines()
    with TemporaryDirectory() as folder:
        run(Path(sys.argv[1]), [json.loads(line)["question"] for line in lines], Path(folder))
