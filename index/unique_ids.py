"""Ids of which no two are the same, given out in the order of the articles."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from index.schema import Article, Skipped
from index.walk import Found


class UniqueIds:
    """The ids so far; one that is taken gets its folder's name in front, then a number."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def settle(self, article: Article, found: Found) -> Article | Skipped:
        """The article under an id of its own, or that it was there already with the same text."""
        candidates = _candidates(article.id, found)
        id = next(candidates)
        while self._texts.get(id, article.sha256) != article.sha256:
            id = next(candidates)
        if id in self._texts:
            return Skipped(found.name, f"{id} is there already, with the same text.")
        self.take(id, article.sha256)
        return article if id == article.id else replace(article, id=id)

    def take(self, id: str, sha256: str) -> None:
        """Note the id of an article that is kept without being read again."""
        self._texts[id] = sha256


def _candidates(id: str, found: Found) -> Iterator[str]:
    yield id
    under = f"{found.file.parent.resolve().name}/{id}"
    yield under
    for number in count(2):
        yield f"{under}~{number}"
