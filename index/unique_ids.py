"""Ids of which no two are the same, given out in the order of the articles."""

from dataclasses import dataclass, field, replace

from index.schema import Article, Skipped
from index.walk import Found


class UniqueIds:
    """The ids so far; one that is taken gets its folder's name in front, then a number."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._gone_by: dict[str, _GoneBy] = {}

    def settle(self, article: Article, found: Found) -> Article | Skipped:
        """The article under an id of its own, or that it was there already with the same text."""
        id = article.id
        if self._taken(id, article.sha256):
            id = self._other(f"{found.file.parent.resolve().name}/{id}", article.sha256)
        if id in self._texts:
            return Skipped(found.name, f"{id} is there already, with the same text.")
        self.take(id, article.sha256)
        return article if id == article.id else replace(article, id=id)

    def take(self, id: str, sha256: str) -> None:
        """Note the id of an article that is kept without being read again."""
        self._texts[id] = sha256

    def _taken(self, id: str, sha256: str) -> bool:
        return self._texts.get(id, sha256) != sha256

    def _other(self, name: str, sha256: str) -> str:
        """The name, or the first of name~2, name~3, ... that is free or has this text."""
        gone = self._gone_by.setdefault(name, _GoneBy())
        if sha256 in gone.ids:
            return gone.ids[sha256]
        while self._taken(id := name if gone.number == 1 else f"{name}~{gone.number}", sha256):
            gone.ids.setdefault(self._texts[id], id)
            gone.number += 1
        return id


@dataclass(slots=True)
class _GoneBy:
    """Names in a row that are taken, by their texts: a hundred thousand may state one id."""

    number: int = 1
    ids: dict[str, str] = field(default_factory=dict)
