"""The way of a question: checked, searched, read, quoted, verified, or honestly not found."""

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

from index import manifest, weights
from index.opened import Index, open_index, open_with
from index.ordinary import ordinary_words
from index.schema import Passage
from rag import compose, scope
from rag.asked import Asked, Understanding
from rag.cite import demand_verified
from rag.confidence import calibration, confidence
from rag.copies import to_read
from rag.cross_reader import CrossReader
from rag.disagree import disagreements
from rag.gather import Relevance, gather
from rag.intact import intact
from rag.question import checked, earlier
from rag.read import Read
from rag.read_on import enough, rounds
from rag.reader import Reader, ReaderInput, Reading
from rag.reranker import NAME, Reranker
from rag.respelt import respelt
from rag.retrieve import Candidate
from rag.schema import Filters, Hit, Reply, Signals, Trace
from rag.select import Choice, best_first, quoted, scored
from rag.settings import Settings
from rag.signals import signals
from rag.stopwatch import Stopwatch, Wanted, always


class Reads(Protocol):
    """What reads passages for a question: the shipped reader, or the plain cross-encoder."""

    def read(self, question: str, passages: Sequence[ReaderInput]) -> list[Reading]:
        """A reading of each passage, in order."""


class Engine:
    """Answers questions over one open index. Safe to call from several threads."""

    def __init__(
        self, index: Index, understanding: Understanding, reader: Reads, settings: Settings
    ) -> None:
        self.index = index
        self.settings = settings
        self.understanding = understanding
        self._reader = reader
        asked = settings.threshold
        self._threshold = calibration().threshold if asked is None else asked

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
            CitationError: the stored text of an article was damaged.
        """
        asked = self.understanding.understand(checked(question), earlier(history))
        return self.search_understood(asked, k, filters)

    def search_understood(
        self, asked: Asked, k: int = 10, filters: Filters = Filters()
    ) -> list[Hit]:
        """The same of a question that is understood already.

        Raises:
            BadInputError: a filter names no source.
            CitationError: the stored text of an article was damaged.
        """
        only = scope.rows(self.index, filters)
        pool = gather(self.index, asked, max(k, self.settings.pool), only, self._relevance(asked))
        reads: list[Read] = []
        if self._reorders(asked):
            reads, *_ = self._read_on(asked, pool[: self.settings.read], Stopwatch())
        ranking = self._ranking(asked, pool, reads)
        found = list(compose.hits(self.index, ranking[:k]))
        for article in {each.article_id for each in found}:
            intact(self.index.articles[article])
        return found

    def trace(
        self,
        question: str,
        history: Sequence[str] = (),
        filters: Filters = Filters(),
        wanted: Wanted = always,
    ) -> Trace:
        """The reply and the rankings it came from; raises what `ask` raises.

        Rankings are those that the reply was made of. A question that names publications is ranked
        by the searches alone, where `search` also reads the first passages of each by part.

        Raises:
            StoppedError: after a stage the answer was no longer wanted.
        """
        watch = Stopwatch(wanted)
        asked = self.understanding.understand(checked(question), earlier(history))
        watch.lap("understand")
        only = scope.rows(self.index, filters)
        # Without the reading by part, which costs as much as an answer (docs/adr/0004).
        pool = gather(self.index, asked, self.settings.pool, only)
        watch.lap("search")
        candidates = to_read(self.index, pool, self.settings.read)
        reads, ranked, signs = self._read_on(asked, candidates, watch)
        sure = confidence(signs)
        shown = quoted(asked, ranked, self.settings.quotes)
        quotes = compose.citations(self.index, shown, asked, scope.selection(filters))
        demand_verified(quotes, self.index.articles)
        watch.lap("cite")
        spent = watch.seconds(before="read")
        request = compose.Request(self.reply_id(question, history, filters), question, asked.text)
        if sure >= self._threshold:
            differ = disagreements(asked.text, quotes) if self.settings.differences else ()
            reply: Reply = compose.answer(request, quotes, differ, sure, spent)
        else:
            proof = scope.searched(self.index, filters, only)
            nearest = compose.nearest(
                self.index,
                ranked,
                lambda each: min(sure, confidence(signals(self.index, asked, [each]))),
                self._threshold,
            )
            reply = compose.not_found(request, nearest, asked.missing, proof, sure, spent)
        return Trace(
            compose.hits(self.index, [(each.row, each.score) for each in pool]),
            compose.hits(self.index, self._ranking(asked, pool, reads)),
            reply,
            quotes,
            signs,
            watch.laps,
        )

    def reopened(self) -> "Engine":
        """The same models over the index as it is now; this engine goes on with its own state.

        Raises:
            IndexUnfitError: the index is missing, damaged or was built with another embedder.
        """
        index = open_with(self.index.embedder, self.settings)
        return Engine(index, self.understanding.over(index), self._reader, self.settings)

    def read(self, asked: Asked, pool: Sequence[Candidate]) -> list[Read]:
        """The first passages of the pool, read for the question in its own spelling."""
        candidates = pool[: self.settings.read]
        passages = [self.index.passages[each.row] for each in candidates]
        readings = self._readings(asked.text, asked, passages)
        return [Read(*each) for each in zip(candidates, passages, readings, strict=True)]

    def _read_on(
        self, asked: Asked, candidates: Sequence[Candidate], watch: Stopwatch
    ) -> tuple[list[Read], list[Choice], Signals | None]:
        """The passages that were read, their sentences best first, the signs of the best one."""
        reads: list[Read] = []
        sentences: list[Choice] = []
        for some in rounds(candidates, self.settings.read_round):
            new = self.read(asked, some)
            watch.lap("read")
            reads += new
            sentences += scored(asked, new)
            ranked = best_first(sentences, self.index.families.of)
            signs = signals(self.index, asked, ranked) if ranked else None
            watch.lap("choose")
            if self._enough(asked, reads, confidence(signs)):
                break
        return reads, ranked, signs

    def _enough(self, asked: Asked, reads: Sequence[Read], sure: float) -> bool:
        # A question that names publications is answered by more than one passage.
        return not asked.constraints.wanted and enough(reads, sure, self._threshold)

    def _relevance(self, asked: Asked) -> Relevance | None:
        if not self.settings.rerank:
            return None

        def relevance(text: str, rows: Sequence[int]) -> list[float]:
            passages = [self.index.passages[row] for row in rows]
            return [each.passage_score for each in self._readings(text, asked, passages)]

        return relevance

    def _readings(self, text: str, asked: Asked, passages: Sequence[Passage]) -> list[Reading]:
        inputs = [
            respelt(
                passage,
                self.index.articles[passage.article_id].title or "",
                lambda text: asked.expansion.as_asked(self.understanding.repaired(text)),
            )
            for passage in passages
        ]
        return self._reader.read(text, inputs)

    def _reorders(self, asked: Asked) -> bool:
        return self.settings.rerank and not asked.constraints.wanted

    def _ranking(
        self, asked: Asked, pool: Sequence[Candidate], reads: Sequence[Read]
    ) -> list[tuple[int, float]]:
        """Passages that were read by their reading, above the rest in fused order.

        A question about several publications keeps the pool's order, in which they take turns.
        """
        if not self._reorders(asked):
            return [(each.row, each.score) for each in pool]
        read = [(each.candidate.row, each.rank_score) for each in reads]
        read.sort(key=lambda pair: -pair[1])
        seen = {row for row, _ in read}
        floor = min((score for _, score in read), default=0.0)
        rest = [(each.row, floor - 1 + each.score) for each in pool if each.row not in seen]
        return read + rest

    def reply_id(self, question: str, history: Sequence[str], filters: Filters) -> str:
        """What a reply goes by: the same while question, filters, index and settings are."""
        settings = self.settings.shaping()
        parts = (question, tuple(history), filters, self.index.manifest.content, settings)
        return hashlib.sha256(repr(parts).encode()).hexdigest()


def open_engine(settings: Settings, tell: Callable[[str], None] = lambda line: None) -> Engine:
    """Open the index and the models that the settings name.

    Raises:
        IndexUnfitError: the index is missing, damaged or was built otherwise.
        WeightsError: weights are not to be had.
    """
    manifest.read(settings.index)  # an index that is not there is told before weights are fetched
    folder = weights.locate(NAME, settings.weights, tell)
    # Either model takes a core some 0.2 s to open, so they are opened side by side.
    with ThreadPoolExecutor(1) as beside:
        reader = beside.submit(_open_reader, settings, folder)
        index = open_index(settings, tell)
    return Engine(index, Understanding(index, ordinary_words(folder)), reader.result(), settings)


def _open_reader(settings: Settings, folder: Path) -> Reads:
    if settings.reader == "tuned":
        return Reader.open(folder)
    return CrossReader(Reranker.open(folder))
