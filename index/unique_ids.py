"""Articles collected under ids of which no two are the same."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from index.schema import Article, Skipped
from index.walk import Found


class UniqueIds:
    """The articles so far; an id that is taken gets its folder's name in front, then a number."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self._texts: dict[str, str] = {}

    def add(self, article: Article, found: Found) -> list[Skipped]:
        """Keep the article, or say that it was there already with the same text."""
        for id in _candidates(article.id, found):
            if id not in self._texts:
                self._texts[id] = article.sha256
                self.articles.append(article if id == article.id else replace(article, id=id))
                break
            if self._texts[id] == article.sha256:
                return [Skipped(found.name, f"{id} is there already, with the same text.")]
        return []


def _candidates(id: str, found: Found) -> Iterator[str]:
    yield id
    under = f"{found.file.parent.resolve().name}/{id}"
    yield under
    for number in count(2):
        yield f"{under}~{number}"
