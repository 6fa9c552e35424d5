"""How many lists a search must look into, by who asks: `python -m ui.bench.lists DIR QUESTIONS`.

Prints recall@50 against an exact search, and CPU milliseconds a question, for the vectors of the
index in DIR kept in lists whatever their number: asked by the vectors themselves, by what
`choose_probes` asks with, and by the questions of a `questions.jsonl`.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np

from index import vector_kinds
from index.opened import embedded_vectors, open_index
from index.rows import Rows
from index.settings import IndexSettings
from index.vector_kinds import Vectors
from index.vectors import VectorIndex

_ASKED = 200
_STEPS = (2, 4, 8, 16, 32, 64, 128)


def _share(index: VectorIndex, asked: Vectors, right: list[set[int]]) -> tuple[float, float]:
    began = time.process_time()
    found = [{row for row, _ in index.search(each, vector_kinds.NEEDED)} for each in asked]
    spent = 1000 * (time.process_time() - began) / len(asked)
    return float(np.mean([len(a & b) / len(b) for a, b in zip(found, right, strict=True)])), spent


def _print(folder: Path, questions: Path) -> None:
    index = open_index(IndexSettings(index=folder))
    held = embedded_vectors(folder, index.manifest.generation)
    rows: Rows = held.rows()
    vectors = held.of(rows)
    exact = VectorIndex.build(vectors, exact_up_to=len(vectors))
    lines = questions.read_text(encoding="utf-8").splitlines()[:_ASKED]
    some = vectors[vector_kinds.sample(len(vectors), _ASKED)]
    askers = {
        "themselves": some,
        "moved": vector_kinds.like_questions(some),
        "questions": np.stack(
            [index.embedder.encode_question(json.loads(line)["question"]) for line in lines]
        ),
    }
    listed = VectorIndex.build(vectors, exact_up_to=0)
    print(f"{len(vectors):,} vectors, {listed.lists} lists, {listed.probes} chosen")
    for who, asked in askers.items():
        right = [{row for row, _ in exact.search(each, vector_kinds.NEEDED)} for each in asked]
        for probes in _STEPS:
            listed.probes = min(probes, listed.lists)
            recall, spent = _share(listed, asked, right)
            print(f"{who:12} {probes:4} lists  recall {recall:.3f}  {spent:.2f} ms")


if __name__ == "__main__":
    _print(Path(sys.argv[1]), Path(sys.argv[2]))
