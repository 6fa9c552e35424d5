"""verbatim-rag: VerbatimIndex over Milvus Lite. Its hybrid search needs weights from a hub."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from verbatim_rag.embedding_providers import (
    DenseEmbeddingProvider,
    SentenceTransformersProvider,
)
from verbatim_rag.index import VerbatimIndex
from verbatim_rag.schema import DocumentSchema
from verbatim_rag.vector_stores import LocalMilvusStore

from ui.bench.peers.encoder import DIMENSIONS, Encoder, Packaged, Usual
from ui.bench.peers.peer import Found, Text


class SharedProvider(DenseEmbeddingProvider):  # type: ignore[misc]  # not typed where not installed
    """The shared encoder; single texts are questions, batches are passages."""

    def __init__(self, encoder: Packaged) -> None:
        self._encoder = encoder

    def embed_text(self, text: str) -> list[float]:
        """(384,)."""
        made: list[float] = self._encoder.encode([self._encoder.prompt + text])[0].tolist()
        return made

    def embed_batch(self, texts: list[str]) -> list[list[float]]:
        """(n, 384)."""
        made: list[list[float]] = self._encoder.encode(texts).tolist()
        return made

    def get_dimension(self) -> int:
        """Numbers in a vector."""
        return DIMENSIONS


class Verbatim:
    """MarkdownChunkerProvider as it comes (a text without headings is one chunk)."""

    ways: ClassVar[tuple[str, ...]] = ("vectors",)

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        self._file = str(folder / "milvus.db")
        self._encoder = encoder

    def index(self, articles: Sequence[Text]) -> None:
        """All in one call, which is its faster one."""
        self.open()
        self._add(articles)

    def change(self, changed: Sequence[Text]) -> None:
        """It cannot delete: that is left to Milvus, on which it is built."""
        store = self._index.vector_store
        keys = ", ".join(f'"{_key(article)}"' for article in changed)
        store.client.delete(store.collection_name, filter=f"document_id in [{keys}]")
        store.client.delete(store.documents_collection_name, filter=f"id in [{keys}]")
        self._add(changed)

    def open(self) -> None:
        """The file, made if there is none."""
        store = LocalMilvusStore(self._file, dense_dim=DIMENSIONS, enable_sparse=False)
        self._index = VerbatimIndex(store, dense_provider=_provider(self._encoder))

    def search(self, way: str, question: str, k: int) -> list[Found]:
        """By vectors."""
        found = self._index.query(question, k=k, search_type="dense")
        return [Found(each.metadata["article"], each.text) for each in found]

    def _add(self, articles: Sequence[Text]) -> None:
        self._index.add_documents_bulk(
            DocumentSchema(id=_key(a), title=a.title, content=a.text, metadata={"article": a.id})
            for a in articles
        )


def _provider(encoder: Encoder) -> DenseEmbeddingProvider:
    if isinstance(encoder, Usual):
        return SentenceTransformersProvider(str(encoder.folder), device="cpu")  # batches of 32
    return SharedProvider(encoder)


def _key(article: Text) -> str:
    """An id that fits: at most 100 characters, none of which could end a Milvus expression."""
    return hashlib.sha256(article.id.encode()).hexdigest()
