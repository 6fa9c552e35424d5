"""Articles collected under ids of which no two are the same."""

from dataclasses import replace
from itertools import count
from pathlib import Path

from index.schema import Article, Skipped


class UniqueIds:
    """The articles so far; an id that is taken gets its folder's name in front, then a number."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self._texts: dict[str, str] = {}

    def add(self, article: Article, file: Path) -> list[Skipped]:
        """Keep the article, or say that it was there already with the same text."""
        ids = [article.id, f"{file.parent.resolve().name}/{article.id}"]
        for attempt in count():
            id = ids[attempt] if attempt < len(ids) else f"{ids[-1]}~{attempt}"
            if id not in self._texts:
                break
            if self._texts[id] == article.sha256:
                return [Skipped(str(file), f"{article.id} is there already, with the same text.")]
        self._texts[id] = article.sha256
        self.articles.append(article if id == article.id else replace(article, id=id))
        return []
