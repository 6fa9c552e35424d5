"""The way of a question: checked, searched, read, quoted, verified, or honestly not found."""

import hashlib
import threading
import time
from collections.abc import Callable, Sequence

from index import weights
from index.opened import Index, open_index
from rag import compose, scope
from rag.cite import demand_verified
from rag.confidence import confidence
from rag.cross_reader import CrossReader
from rag.question import checked
from rag.reader import ReaderInput, Reading
from rag.reranker import NAME, Reranker
from rag.retrieve import Candidate, Probe, retrieve
from rag.schema import Filters, Hit, Reply, Seconds, Trace
from rag.select import Read, choices, quoted
from rag.settings import Settings
from rag.terms import terms


class Engine:
    """Answers questions over one open index. Safe to call from several threads."""

    def __init__(self, index: Index, reader: CrossReader, settings: Settings) -> None:
        self.index = index
        self.settings = settings
        self._reader = reader
        self._one_at_a_time = threading.Lock()

    def ask(
        self, question: str, history: Sequence[str] = (), filters: Filters = Filters()
    ) -> Reply:
        """The reply to a question after the earlier questions of its conversation, oldest first.

        Raises:
            BadInputError: the question is empty or too long, or a filter names no source.
            CitationError: a citation did not equal its article's words.
        """
        return self.trace(question, history, filters).reply

    def search(
        self,
        question: str,
        k: int = 10,
        history: Sequence[str] = (),
        filters: Filters = Filters(),
    ) -> list[Hit]:
        """The `k` best passages, scores strictly falling.

        Raises:
            BadInputError: the question is empty or too long, or a filter names no source.
        """
        asked = checked(question)
        only = scope.rows(self.index, filters)
        pool = self._pool(asked, only, k)
        ranking = _ranking(pool, self._read(asked, pool))
        return list(compose.hits(self.index, ranking[:k]))

    def trace(
        self, question: str, history: Sequence[str] = (), filters: Filters = Filters()
    ) -> Trace:
        """The reply and the rankings it came from; raises what `ask` raises."""
        began = time.perf_counter()
        asked = checked(question)
        only = scope.rows(self.index, filters)
        pool = self._pool(asked, only, self.settings.pool)
        found = time.perf_counter()
        reads = self._read(asked, pool)
        ranked = choices(reads)
        sure = confidence(ranked)
        shown = quoted(ranked, self.settings.quotes)
        request = compose.Request(self._id(question, history, filters), question, asked)
        spent = Seconds(round(found - began, 4), round(time.perf_counter() - found, 4))
        quotes = compose.citations(self.index, shown, asked)
        demand_verified(quotes, self.index.articles)
        if sure >= self.settings.threshold:
            reply: Reply = compose.answer(request, quotes, sure, spent)
        else:
            proof = scope.searched(self.index, filters, only)
            nearest = compose.nearest(self.index, reads, self.settings.threshold)
            reply = compose.not_found(request, nearest, proof, sure, spent)
        return Trace(
            compose.hits(self.index, [(each.row, each.score) for each in pool]),
            compose.hits(self.index, _ranking(pool, reads)),
            reply,
            quotes,
        )

    def _pool(self, asked: str, only: Sequence[int] | None, size: int) -> list[Candidate]:
        probe = Probe(asked, terms(asked))
        return retrieve(self.index, probe, max(size, self.settings.pool), only)

    def _read(self, asked: str, pool: Sequence[Candidate]) -> list[Read]:
        candidates = pool[: self.settings.read]
        passages = [self.index.passages[each.row] for each in candidates]
        inputs = [
            ReaderInput(
                passage.text,
                tuple((s - passage.start, e - passage.start) for s, e in passage.sentences),
                self.index.articles[passage.article_id].title or "",
            )
            for passage in passages
        ]
        with self._one_at_a_time:
            readings: list[Reading] = self._reader.read(asked, inputs)
        return [Read(*each) for each in zip(candidates, passages, readings, strict=True)]

    def _id(self, question: str, history: Sequence[str], filters: Filters) -> str:
        settings = self.settings.model_dump(exclude={"index", "weights"}, mode="json")
        parts = (question, tuple(history), filters, self.index.manifest.content, settings)
        return hashlib.sha256(repr(parts).encode()).hexdigest()


def open_engine(settings: Settings, tell: Callable[[str], None] = lambda line: None) -> Engine:
    """Open the index and the models that the settings name.

    Raises:
        IndexUnfitError: the index is missing, damaged or was built otherwise.
        WeightsError: weights are not to be had.
    """
    index = open_index(settings, tell)
    reranker = Reranker.open(weights.locate(NAME, settings.weights, tell))
    return Engine(index, CrossReader(reranker), settings)


def _ranking(pool: Sequence[Candidate], reads: Sequence[Read]) -> list[tuple[int, float]]:
    """Passages that were read by their reading, above the rest in fused order."""
    read = [(each.candidate.row, each.reading.passage_score) for each in reads]
    read.sort(key=lambda pair: -pair[1])
    seen = {row for row, _ in read}
    floor = min((score for _, score in read), default=0.0)
    rest = [(each.row, floor - 1 + each.score) for each in pool if each.row not in seen]
    return read + rest
