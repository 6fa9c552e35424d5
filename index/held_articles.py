"""The articles of a store as a mapping: read when asked for, the last few kept."""

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from dataclasses import dataclass

from index.recent import Recent
from index.schema import Article
from index.store import Store
from index.tables import ARTICLE

_WHOLE = f"SELECT {ARTICLE} FROM articles JOIN texts USING (article)"
_EACH = (
    f"SELECT article, {ARTICLE} FROM articles JOIN texts USING (article)"
    " WHERE article > ? AND id NOT NULL ORDER BY article"
)
_LISTED = (
    "SELECT article, id, title, source, published, words,"
    " (SELECT count(*) FROM passages WHERE passages.article = articles.article)"
    " FROM articles WHERE article > ? AND id NOT NULL ORDER BY article"
)

# From one source to the next in the index, which does not pass over every article: an opened index
# asks for this, and DISTINCT took half a second over a million passages.
_SOURCES = """
WITH RECURSIVE named (source) AS (
    SELECT min(source) FROM articles WHERE source > ''
    UNION ALL
    SELECT (SELECT min(source) FROM articles WHERE source > named.source) FROM named
    WHERE named.source NOT NULL
)
SELECT source FROM named WHERE source NOT NULL AND EXISTS
    (SELECT 1 FROM articles WHERE articles.source = named.source AND id NOT NULL)
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a list shows of an article; `words` and `passages` are counts."""

    id: str
    title: str | None
    source: str | None
    published: str | None
    words: int
    passages: int


class Articles(Mapping[str, Article]):
    """Articles by id, in the order in which they were added. Safe to read from several threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._recent = Recent()

    def __getitem__(self, id: str) -> Article:
        found = self._store.select("SELECT article FROM articles WHERE id = ?", (id,))
        if not found:
            raise KeyError(id)
        return self.at(found[0][0])

    def __len__(self) -> int:
        return self._store.articles

    def __iter__(self) -> Iterator[str]:
        query = (
            "SELECT article, id FROM articles WHERE article > ? AND id NOT NULL ORDER BY article"
        )
        return (id for _, id in self._store.each(query))

    def values(self) -> ValuesView[Article]:
        """Every article, some hundred in memory at once; each time they are read again."""
        return _Streamed(self, self._store)

    def items(self) -> ItemsView[str, Article]:
        """Every id and article, like `values`."""
        return _StreamedItems(self, self._store)

    def at(self, row: int) -> Article:
        """The article of a row of the table."""
        article = self._recent.get(row)
        if article is None:
            found = self._store.select(f"{_WHOLE} WHERE articles.article = ?", (row,))
            if not found:
                raise KeyError(row)
            article = Article(*found[0])
            self._recent.add(row, article)
        return article

    def hashed(self, hash: str) -> list[Article]:
        """Those whose id has this `article_hash`: one or none, but for chance."""
        found = self._store.select("SELECT article FROM articles WHERE hash = ?", (hash,))
        return [self.at(row) for (row,) in found]

    def sources(self) -> list[str]:
        """Every source that an article names, sorted."""
        return [source for (source,) in self._store.select(_SOURCES)]

    def entries(self) -> Iterator[Entry]:
        """Every article as it is listed, in order."""
        return (Entry(*rest) for _, *rest in self._store.each(_LISTED))

    def name_source(self, source: str) -> bool:
        """Whether an article is from the source."""
        query = "SELECT 1 FROM articles WHERE source = ? AND id NOT NULL LIMIT 1"
        return bool(self._store.select(query, (source,)))


class _Streamed(ValuesView[Article]):
    def __init__(self, articles: Articles, store: Store) -> None:
        super().__init__(articles)
        self._store = store

    def __iter__(self) -> Iterator[Article]:
        return (Article(*rest) for _, *rest in self._store.each(_EACH))


class _StreamedItems(ItemsView[str, Article]):
    def __init__(self, articles: Articles, store: Store) -> None:
        super().__init__(articles)
        self._store = store

    def __iter__(self) -> Iterator[tuple[str, Article]]:
        return ((rest[0], Article(*rest)) for _, *rest in self._store.each(_EACH))
