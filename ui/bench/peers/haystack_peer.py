"""Haystack 3: splitter, embedder and writer in a pipeline over its in-memory store."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from haystack import Document, Pipeline, component
from haystack.components.joiners import DocumentJoiner
from haystack.components.preprocessors import DocumentSplitter
from haystack.components.retrievers.in_memory import (
    InMemoryBM25Retriever,
    InMemoryEmbeddingRetriever,
)
from haystack.components.writers import DocumentWriter
from haystack.document_stores.in_memory import InMemoryDocumentStore

from ui.bench.peers.encoder import Encoder, Packaged, Usual
from ui.bench.peers.peer import Found, Text


@component
class PassageEmbedder:
    """The shared encoder as a document embedder that puts the title in front."""

    def __init__(self, encoder: Packaged) -> None:
        self._encoder = encoder

    @component.output_types(documents=list[Document])  # type: ignore[untyped-decorator]  # theirs
    def run(self, documents: list[Document]) -> dict[str, list[Document]]:
        """The documents with their vectors."""
        texts = [f"{each.meta['title']}\n{each.content}" for each in documents]
        vectors = self._encoder.encode(texts).tolist() if texts else []
        made = zip(documents, vectors, strict=True)
        return {"documents": [replace(each, embedding=vector) for each, vector in made]}


@component
class QuestionEmbedder:
    """The shared encoder as a text embedder."""

    def __init__(self, encoder: Packaged) -> None:
        self._encoder = encoder

    @component.output_types(embedding=list[float])  # type: ignore[untyped-decorator]  # theirs
    def run(self, text: str) -> dict[str, list[float]]:
        """The question's vector."""
        return {"embedding": self._encoder.encode([self._encoder.prompt + text])[0].tolist()}


class Haystack:
    """DocumentSplitter as it comes (200 words, no overlap), InMemoryDocumentStore, RRF joiner."""

    ways: ClassVar[tuple[str, ...]] = ("vectors", "hybrid")

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        self._file = str(folder / "store.json")
        self._encoder = encoder
        self._store = InMemoryDocumentStore()

    def index(self, articles: Sequence[Text]) -> None:
        """Split, embed, write, then save the store as JSON."""
        self._write(articles)
        self._store.save_to_disk(self._file)

    def change(self, changed: Sequence[Text]) -> None:
        """Delete what the articles had, write them anew, save."""
        wanted = {"field": "meta.article", "operator": "in", "value": [a.id for a in changed]}
        self._store.delete_documents([d.id for d in self._store.filter_documents(wanted)])
        self.index(changed)

    def open(self) -> None:
        """Load the store and build both query pipelines."""
        self._store = InMemoryDocumentStore.load_from_disk(self._file)
        self._vectors = Pipeline()
        self._vectors.add_component("embed", _question_embedder(self._encoder))
        self._vectors.add_component("dense", InMemoryEmbeddingRetriever(self._store))
        self._vectors.connect("embed.embedding", "dense.query_embedding")
        self._hybrid = Pipeline()
        self._hybrid.add_component("embed", _question_embedder(self._encoder))
        self._hybrid.add_component("dense", InMemoryEmbeddingRetriever(self._store))
        self._hybrid.add_component("words", InMemoryBM25Retriever(self._store))
        self._hybrid.add_component("join", DocumentJoiner(join_mode="reciprocal_rank_fusion"))
        self._hybrid.connect("embed.embedding", "dense.query_embedding")
        self._hybrid.connect("dense", "join")
        self._hybrid.connect("words", "join")

    def search(self, way: str, question: str, k: int) -> list[Found]:
        """By vectors, or by vectors and BM25 joined by reciprocal rank fusion."""
        asked: dict[str, dict[str, object]] = {"embed": {"text": question}, "dense": {"top_k": k}}
        if way == "vectors":
            documents = self._vectors.run(asked)["dense"]["documents"]
        else:
            asked["words"] = {"query": question, "top_k": k}
            documents = self._hybrid.run(asked)["join"]["documents"]
        return [
            Found(each.meta["article"], each.content, each.meta["split_idx_start"])
            for each in documents[:k]
        ]

    def _write(self, articles: Sequence[Text]) -> None:
        pipeline = Pipeline()
        pipeline.add_component("split", DocumentSplitter())
        pipeline.add_component("embed", _passage_embedder(self._encoder))
        pipeline.add_component("write", DocumentWriter(self._store))
        pipeline.connect("split", "embed")
        pipeline.connect("embed", "write")
        given = [
            Document(content=a.text, meta={"article": a.id, "title": a.title}) for a in articles
        ]
        pipeline.run({"split": {"documents": given}})


# A component is Any to a type checker: `run` differs in its arguments.
def _passage_embedder(encoder: Encoder) -> Any:
    if isinstance(encoder, Usual):
        from haystack_integrations.components.embedders.sentence_transformers import (
            SentenceTransformersDocumentEmbedder,
        )

        # Batches of 32, sorted by length over all that one call is given.
        return SentenceTransformersDocumentEmbedder(
            model=str(encoder.folder), meta_fields_to_embed=["title"], progress_bar=False
        )
    return PassageEmbedder(encoder)


def _question_embedder(encoder: Encoder) -> Any:
    if isinstance(encoder, Usual):
        from haystack_integrations.components.embedders.sentence_transformers import (
            SentenceTransformersTextEmbedder,
        )

        return SentenceTransformersTextEmbedder(model=str(encoder.folder), progress_bar=False)
    return QuestionEmbedder(encoder)
