"""The passages of a store by row: read when asked for."""

from collections.abc import Collection, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from index.held_articles import Articles
from index.schema import Passage, Span
from index.selection import Selection
from index.store import Store
from index.tables import unpacked

_COLUMNS = 'row, article, start, "end", sentences'
_MOST_VALUES = 500


class Passages(Collection[Passage]):
    """Passages by row. Rows are whole numbers with gaps where passages were deleted."""

    def __init__(self, store: Store, articles: Articles) -> None:
        self._store = store
        self._articles = articles

    def __getitem__(self, row: int) -> Passage:
        """Raises KeyError where no passage has the row."""
        found = self._store.select(f"SELECT {_COLUMNS} FROM passages WHERE row = ?", (int(row),))
        if not found:
            raise KeyError(row)
        return self._passage(found[0])

    def __len__(self) -> int:
        return self._store.passages

    def __iter__(self) -> Iterator[Passage]:
        query = f"SELECT {_COLUMNS} FROM passages WHERE row > ? ORDER BY row"
        return map(self._passage, self._store.each(query))

    def __contains__(self, passage: object) -> bool:
        return any(passage == each for each in self)

    def of(self, article_id: str) -> list[Passage]:
        """The passages of an article, in order."""
        query = (
            f"SELECT {_COLUMNS} FROM passages WHERE article ="
            " (SELECT article FROM articles WHERE id = ?) ORDER BY start"
        )
        return [self._passage(each) for each in self._store.select(query, (article_id,))]

    def rows(self) -> Iterator[int]:
        """Every row, in the order of the passages."""
        query = "SELECT row FROM passages WHERE row > ? ORDER BY row"
        return (row for (row,) in self._store.each(query))

    def ids(self, rows: Collection[int]) -> dict[int, str]:
        """The passages' ids by row, without reading their texts."""
        wanted = [int(row) for row in rows]
        found: dict[int, str] = {}
        for at in range(0, len(wanted), _MOST_VALUES):
            some = wanted[at : at + _MOST_VALUES]
            query = (
                'SELECT row, id, start, "end" FROM passages JOIN articles USING (article)'
                f" WHERE row IN ({', '.join('?' * len(some))})"
            )
            for row, id, start, end in self._store.select(query, some):
                found[row] = f"{id}:{start}-{end}"
        return found

    def selected(self, selection: Selection) -> NDArray[np.int64]:
        """Rows, rising, of the passages whose articles the selection lets through."""
        where, values = selection.condition()
        query = f"SELECT row FROM passages JOIN articles USING (article) WHERE {where}"
        found = [row for (row,) in self._store.select(query, values)]
        return np.sort(np.asarray(found, dtype=np.int64))

    def articles_of(self, selection: Selection) -> int:
        """How many articles with a passage the selection lets through."""
        where, values = selection.condition()
        query = (
            f"SELECT count(*) FROM articles WHERE {where} AND EXISTS"
            " (SELECT 1 FROM passages WHERE passages.article = articles.article)"
        )
        count: int = self._store.select(query, values)[0][0]
        return count

    def _passage(self, found: Sequence[int | bytes]) -> Passage:
        _, at, start, end, sentences = found
        article = self._articles.at(int(at))
        spans: tuple[Span, ...] = unpacked(bytes(sentences))
        return Passage(article.id, int(start), int(end), article.text[int(start) : int(end)], spans)
