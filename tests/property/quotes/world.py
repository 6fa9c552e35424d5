"""An index of a corpus with everything that shows quotes from it, and nothing slow.

Real: readers, sentences, passages, both searches, choice, citation, every writer. Fake: what the
models think, which no quote may depend on.
"""

import hashlib
import sqlite3
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from index import manifest, weights
from index.build import build_index
from index.embedder import Tell, Vectors
from index.opened import Index, open_contents
from index.ordinary import ordinary_words
from rag.asked import Understanding
from rag.engine import Engine
from rag.reader import ReaderInput, Reading
from rag.settings import Settings
from tests.property.quotes.corpora import Corpus


class FakeEmbedder:
    name = "fake"

    def encode_passages(self, texts: Sequence[str], tell: Tell) -> Vectors:
        return np.stack([self.encode_question(text) for text in texts])

    def encode_question(self, text: str) -> Vectors:
        made = np.random.default_rng(len(text)).standard_normal(384, dtype=np.float32)
        return np.asarray(made / np.linalg.norm(made))


class FakeReader:
    """Likes sentences by chance, but always the same ones."""

    def read(self, question: str, passages: Sequence[ReaderInput]) -> list[Reading]:
        return [
            Reading(1.0, 1.0, tuple(_liked(question, each.text[a:b]) for a, b in each.sentences))
            for each in passages
        ]


def _liked(question: str, sentence: str) -> float:
    digest = hashlib.sha256(f"{question}\0{sentence}".encode("utf-8", "replace")).digest()
    return digest[0] / 32


def built(corpus: Corpus, folder: Path) -> Settings:
    """The corpus written and indexed below `folder`."""
    articles = folder / "articles"
    articles.mkdir()
    for name, raw in corpus.files.items():
        (articles / name).write_bytes(raw)
    settings = Settings(index=folder / "index")
    build_index([articles], settings)
    return settings


def opened(settings: Settings) -> Index:
    """What was built, with the fake embedder for questions."""
    contents = open_contents(settings.index, manifest.read(settings.index))
    return Index(contents, FakeEmbedder())


def engine(index: Index, threshold: float) -> Engine:
    """Threshold 0 answers everything, 1 nothing."""
    settings = Settings(quotes=10, threshold=threshold)
    return Engine(index, Understanding(index, _common()), FakeReader(), settings)


@cache
def _common() -> Mapping[str, int]:
    return ordinary_words(weights.locate(weights.ORDINARY, None))


def damage(settings: Settings, old: str, new: str) -> int:
    """Change letters inside the stored texts, as a bad disk does; how many texts were changed."""
    [store] = settings.index.rglob("articles.sqlite")
    with sqlite3.connect(store) as base:
        changed = base.execute(
            "UPDATE texts SET text = replace(text, ?1, ?2) WHERE instr(text, ?1)", (old, new)
        ).rowcount
    base.close()
    return changed
