"""Pincite: what `pincite index`, `search` and `ask` do."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from pydantic import TypeAdapter

from ui.bench.peers.encoder import Encoder
from ui.bench.peers.peer import Found, Text

if TYPE_CHECKING:
    from rag.schema import Citation, Hit
    from rag.settings import Settings

_LINE = TypeAdapter(Text)


class Ours:
    """Sentences packed into passages of at most 200 tokens, the title in front of each."""

    ways: ClassVar[tuple[str, ...]] = ("search", "search, no reader", "whole answer")

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        del encoder  # it brings its own, the packaged one
        self._folder = folder
        self._source = folder / "articles.jsonl"

    def index(self, articles: Sequence[Text]) -> None:
        """As `pincite index articles.jsonl`."""
        self._build(articles)

    def change(self, changed: Sequence[Text]) -> None:
        """As `pincite index` once more: it finds out by itself what has changed."""
        new = {article.id: article for article in changed}
        with self._source.open("rb") as lines:
            old = [_LINE.validate_json(line) for line in lines]
        self._build([new.get(article.id, article) for article in old])

    def open(self) -> None:
        """As every command that asks."""
        from rag.engine import open_engine

        self._engine = open_engine(self._settings(rerank=True))

    def search(self, way: str, question: str, k: int) -> list[Found]:
        """As `pincite search`; without the reader as PINCITE_RERANK=0 has it; as `pincite ask`."""
        from rag.schema import Answer

        if way == "whole answer":
            reply = self._engine.ask(question)
            return [_quote(each) for each in reply.citations] if isinstance(reply, Answer) else []
        self._engine.settings = self._settings(rerank=way == "search")
        return [_hit(each) for each in self._engine.search(question, k)]

    def _build(self, articles: Iterable[Text]) -> None:
        from index.build import build_index

        self._source.write_bytes(b"".join(_LINE.dump_json(each) + b"\n" for each in articles))
        build_index([self._source], self._settings(rerank=True))

    def _settings(self, rerank: bool) -> "Settings":
        from rag.settings import Settings

        return Settings(index=self._folder / "index", rerank=rerank)


def _hit(hit: "Hit") -> Found:
    return Found(hit.article_id, hit.text, hit.start)


def _quote(citation: "Citation") -> Found:
    return Found(citation.article_id, citation.exact, citation.start)
