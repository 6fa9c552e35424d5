"""Which articles of a store are near copies of each other."""

from index.selection import Selection
from index.store import Store

_FAMILY = (
    "SELECT family FROM sketches JOIN articles USING (article) WHERE id = ? AND family NOT NULL"
)


class Families:
    """Families, as `index.families` marked them. Safe to read from several threads."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, article_id: str) -> int | None:
        """The number of the article's family; None where it is no copy of another."""
        found = self._store.select(_FAMILY, (article_id,))
        return int(found[0][0]) if found else None

    def others(self, article_id: str, selection: Selection, most: int) -> list[str]:
        """Ids of its near copies that the selection lets through, in the order of the articles."""
        family = self.of(article_id)
        if family is None:
            return []
        where, values = selection.condition()
        query = (
            "SELECT id FROM articles JOIN sketches USING (article)"
            f" WHERE family = ? AND id != ? AND {where} ORDER BY article LIMIT {most}"
        )
        return [id for (id,) in self._store.select(query, (family, article_id, *values))]
