"""txtai: Embeddings over Faiss and SQLite, with its own BM25 beside them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from txtai import Embeddings
from txtai.pipeline import Segmentation

from ui.bench.peers.encoder import Encoder, Packaged, Usual
from ui.bench.peers.located import located
from ui.bench.peers.peer import Found, Text


class SharedTransform:
    """The shared encoder, by the name under which a saved index asks for it."""

    encoder: ClassVar[Packaged]

    def __call__(self, texts: list[str]) -> NDArray[np.float32]:
        """(n, 384)."""
        return self.encoder.encode(texts)


class Txtai:
    """Segmentation by paragraphs, the title in front of each; `hybrid`, content stored."""

    ways: ClassVar[tuple[str, ...]] = ("vectors", "hybrid")

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        self._folder = str(folder / "index")
        self._segment = Segmentation(paragraphs=True)
        self._embeddings = Embeddings(_encoding(encoder), content=True, hybrid=True)

    def index(self, articles: Sequence[Text]) -> None:
        """Vectors, words and content, saved."""
        self._embeddings.index(self._rows(articles))
        self._embeddings.save(self._folder)

    def change(self, changed: Sequence[Text]) -> None:
        """Delete what the articles had, upsert them, save."""
        wanted = {article.id for article in changed}
        total = self._embeddings.count()
        rows = self._embeddings.search(f"select id from txtai limit {total}", total)
        ids = [row["id"] for row in rows]
        self._embeddings.delete([each for each in ids if each.rpartition(":")[0] in wanted])
        self._embeddings.upsert(self._rows(changed))
        self._embeddings.save(self._folder)

    def open(self) -> None:
        """From disk."""
        self._embeddings.load(self._folder)

    def search(self, way: str, question: str, k: int) -> list[Found]:
        """All weight on the vectors, or half on either."""
        weight = 1.0 if way == "vectors" else 0.5
        rows = self._embeddings.search(question, k, weights=weight)
        return [_found(row["id"], row["text"]) for row in rows]

    def _rows(self, articles: Sequence[Text]) -> Iterator[tuple[str, str, None]]:
        for article in articles:
            at = 0
            for text in self._segment(article.text):
                at = located(article.text, text, at) or at
                yield f"{article.id}:{at}", f"{article.title}\n{text}", None


def _encoding(encoder: Encoder) -> dict[str, object]:
    if isinstance(encoder, Usual):
        return {"path": str(encoder.folder)}  # transformers in PyTorch, batches of 32
    SharedTransform.encoder = encoder
    return {
        "method": "external",
        "transform": f"{__name__}.{SharedTransform.__name__}",
        "instructions": {"query": encoder.prompt},
    }


def _found(key: str, text: str) -> Found:
    article, _, at = key.rpartition(":")
    return Found(article, text.partition("\n")[2], int(at))
