"""LlamaIndex: VectorStoreIndex over its own stores, BM25Retriever, QueryFusionRetriever."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from llama_index.core import (
    Document,
    StorageContext,
    VectorStoreIndex,
    load_index_from_storage,
)
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.bridge.pydantic import PrivateAttr
from llama_index.core.llms import MockLLM
from llama_index.core.retrievers import BaseRetriever, QueryFusionRetriever
from llama_index.core.retrievers.fusion_retriever import FUSION_MODES
from llama_index.retrievers.bm25 import BM25Retriever

from ui.bench.peers.encoder import Encoder, Packaged, Usual
from ui.bench.peers.peer import Found, Text


class SharedEmbedding(BaseEmbedding):  # type: ignore[misc]  # not typed where not installed
    """The shared encoder; batches of 10, as LlamaIndex has it."""

    _encoder: Packaged = PrivateAttr()

    def __init__(self, encoder: Packaged, **given: Any) -> None:
        super().__init__(model_name="shared", **given)
        self._encoder = encoder

    def _get_query_embedding(self, query: str) -> list[float]:
        made: list[float] = self._encoder.encode([self._encoder.prompt + query])[0].tolist()
        return made

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        made: list[list[float]] = self._encoder.encode(texts).tolist()
        return made

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


class LlamaIndex:
    """SentenceSplitter as it comes (1,024 tokens, 200 overlap), the title as metadata."""

    ways: ClassVar[tuple[str, ...]] = ("vectors", "hybrid")

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        self._folder = str(folder / "index")
        self._words_folder = str(folder / "bm25")
        self._embedding = _embedding(encoder)
        self._retrievers: dict[tuple[str, int], BaseRetriever] = {}

    def index(self, articles: Sequence[Text]) -> None:
        """Vectors and words, both persisted."""
        given = [_document(article) for article in articles]
        self._index = VectorStoreIndex.from_documents(given, embed_model=self._embedding)
        self._save()

    def change(self, changed: Sequence[Text]) -> None:
        """`refresh_ref_docs`; BM25 has no update, so it is built again from the stored nodes."""
        self._index.refresh_ref_docs([_document(article) for article in changed])
        self._save()

    def open(self) -> None:
        """Both from disk."""
        storage = StorageContext.from_defaults(persist_dir=self._folder)
        self._index = load_index_from_storage(storage, embed_model=self._embedding)
        self._words = BM25Retriever.from_persist_dir(self._words_folder)

    def search(self, way: str, question: str, k: int) -> list[Found]:
        """By vectors, or by vectors and BM25 joined by reciprocal rank fusion."""
        if (way, k) not in self._retrievers:
            dense = self._index.as_retriever(similarity_top_k=k)
            self._retrievers[way, k] = dense if way == "vectors" else self._hybrid(dense, k)
        found = [each.node for each in self._retrievers[way, k].retrieve(question)]
        return [Found(node.metadata["article"], node.text, node.start_char_idx) for node in found]

    def _hybrid(self, dense: BaseRetriever, k: int) -> BaseRetriever:
        self._words.similarity_top_k = k
        return QueryFusionRetriever(
            [dense, self._words],
            llm=MockLLM(),  # none is asked: one query, the question itself
            mode=FUSION_MODES.RECIPROCAL_RANK,
            similarity_top_k=k,
            num_queries=1,
            use_async=False,
        )

    def _save(self) -> None:
        self._index.storage_context.persist(self._folder)
        nodes = list(self._index.docstore.docs.values())
        BM25Retriever.from_defaults(nodes=nodes).persist(self._words_folder)


def _embedding(encoder: Encoder) -> BaseEmbedding:
    if isinstance(encoder, Usual):
        from llama_index.embeddings.huggingface import HuggingFaceEmbedding

        return HuggingFaceEmbedding(str(encoder.folder))  # batches of 10
    return SharedEmbedding(encoder)


def _document(article: Text) -> Document:
    return Document(
        id_=article.id,
        text=article.text,
        metadata={"title": article.title, "article": article.id},
        excluded_embed_metadata_keys=["article"],
    )
