"""A few articles kept in memory: those that were read last."""

from collections import OrderedDict
from threading import Lock

from index.schema import Article

MOST_CHARACTERS = 8_000_000
"""Of all texts kept; the last one stays however long it is."""


class Recent:
    """Articles by row, forgotten in the order in which they were last asked for. Thread-safe."""

    def __init__(self, most: int = MOST_CHARACTERS) -> None:
        self._most = most
        self._held: OrderedDict[int, Article] = OrderedDict()
        self._characters = 0
        self._lock = Lock()

    def get(self, row: int) -> Article | None:
        """The article, if it is still held."""
        with self._lock:
            article = self._held.get(row)
            if article is not None:
                self._held.move_to_end(row)
            return article

    def add(self, row: int, article: Article) -> None:
        """Hold the article, and no longer those that are too much."""
        with self._lock:
            if row in self._held:
                return
            self._held[row] = article
            self._characters += len(article.text)
            while self._characters > self._most and len(self._held) > 1:
                _, gone = self._held.popitem(last=False)
                self._characters -= len(gone.text)
