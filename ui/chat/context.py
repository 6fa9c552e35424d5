"""What every tab of the page shares: the engine of the moment, the conversations, the settings."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Protocol

from index.manifest import Manifest
from index.schema import Article, Passage
from rag.schema import Filters, Hit, Reply, Trace
from rag.settings import Settings
from rag.stopwatch import Wanted
from ui.chat.conversations import Conversations
from ui.chat.line import Line
from ui.chat.listeners import Listeners
from ui.chat.metrics import Metrics
from ui.chat.rate_limit import RateLimit
from ui.chat.work import Work
from ui.chat.writing import Writes

ANY = Filters()


class Shelf(Protocol):
    """The part of an opened index that the page reads."""

    @property
    def manifest(self) -> Manifest:
        """What the index says of itself."""

    @property
    def articles(self) -> Mapping[str, Article]:
        """All articles, by id."""

    @property
    def passages(self) -> Collection[Passage]:
        """All passages, in the order of the index."""


class Asks(Protocol):
    """The part of `rag.engine.Engine` that the page calls; safe to call from many threads."""

    @property
    def index(self) -> Shelf:
        """The index that answers."""

    def ask(self, question: str, history: Sequence[str] = (), filters: Filters = ANY) -> Reply:
        """One question, one reply."""

    def trace(
        self, question: str, history: Sequence[str], filters: Filters, wanted: Wanted
    ) -> Trace:
        """The same with the way to it; raises `StoppedError` once it is no longer wanted."""

    def search(
        self, question: str, k: int = 10, history: Sequence[str] = (), filters: Filters = ANY
    ) -> list[Hit]:
        """Retrieval alone."""


class EngineHolder:
    """The engine that answers now. A question keeps the one it began with when it is swapped."""

    def __init__(self, engine: Asks) -> None:
        self._lock = Lock()
        self._engine = engine
        self._edition = 1

    @property
    def current(self) -> Asks:
        """The engine to ask; take it once per question."""
        return self._engine

    @property
    def edition(self) -> int:
        """Grows by one with every swap: whatever was derived from an older edition is stale."""
        return self._edition

    @property
    def articles(self) -> Mapping[str, Article]:
        """The articles of the current engine."""
        return self._engine.index.articles

    def swap(self, engine: Asks) -> None:
        """Let `engine` answer from the next question on."""
        with self._lock:
            self._engine = engine
            self._edition += 1


@dataclass(frozen=True, slots=True)
class ChatContext:
    """Handed to every tab's `build`.

    `asking` limits how often one person asks; None: no limit. `writer` writes above the quotes;
    None: nothing does. `line` is where questions wait for the engine,
    `metrics` what the server has done, `listeners` who would hear of an answer.
    """

    settings: Settings
    engine: EngineHolder
    talks: Conversations
    asking: RateLimit | None = None
    work: Work = field(default_factory=Work)
    writer: Writes | None = None
    line: Line = field(default_factory=Line)
    metrics: Metrics = field(default_factory=Metrics)
    listeners: Listeners = field(default_factory=Listeners)
