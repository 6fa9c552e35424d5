"""verbatim-rag: VerbatimIndex over Milvus Lite. Its hybrid search needs weights from a hub."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from verbatim_rag.embedding_providers import DenseEmbeddingProvider
from verbatim_rag.index import VerbatimIndex
from verbatim_rag.schema import DocumentSchema
from verbatim_rag.vector_stores import LocalMilvusStore

from ui.bench.peers.encoder import DIMENSIONS, Encoder
from ui.bench.peers.peer import Found, Text


class SharedProvider(DenseEmbeddingProvider):  # type: ignore[misc]  # not typed where not installed
    """The shared encoder; single texts are questions, batches are passages."""

    def __init__(self, encoder: Encoder) -> None:
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
        """It has no deletion of its own; Milvus, which it is built on, has."""
        client = self._index.vector_store.client
        for article in changed:
            # The placeholder form is Milvus's own; quotes in an id cannot end the expression.
            client.delete(
                self._index.vector_store.collection_name,
                filter='metadata["article"] == {article}',
                filter_params={"article": article.id},
            )
        self._add(changed)

    def open(self) -> None:
        """The file, made if there is none."""
        store = LocalMilvusStore(self._file, dense_dim=DIMENSIONS, enable_sparse=False)
        self._index = VerbatimIndex(store, dense_provider=SharedProvider(self._encoder))

    def search(self, way: str, question: str, k: int) -> list[Found]:
        """By vectors."""
        found = self._index.query(question, k=k, search_type="dense")
        return [Found(each.metadata["article"], each.text) for each in found]

    def _add(self, articles: Sequence[Text]) -> None:
        self._index.add_documents_bulk(
            DocumentSchema(title=a.title, content=a.text, metadata={"article": a.id})
            for a in articles
        )
