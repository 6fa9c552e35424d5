"""Which passages a question may be answered from, by source and date."""

from collections.abc import Sequence

from index.errors import BadInputError
from index.opened import Index
from index.schema import Article
from rag.schema import Filters, Searched


def rows(index: Index, filters: Filters) -> Sequence[int] | None:
    """Rows of the passages that the filters let through; None when there is no filter.

    Raises:
        BadInputError: a source that no article has.
    """
    if filters == Filters():
        return None
    known = {article.source for article in index.articles.values() if article.source}
    for source in filters.sources:
        if source not in known:
            raise BadInputError(
                f"No article has the source {source!r}; there are: "
                f"{', '.join(sorted(known)) or 'none that an article names'}."
            )
    passing = {key for key, article in index.articles.items() if _passes(article, filters)}
    return [row for row, passage in enumerate(index.passages) if passage.article_id in passing]


def searched(index: Index, filters: Filters, only: Sequence[int] | None) -> Searched:
    """How much was searched, for the proof of a "not found"."""
    if only is None:
        return Searched(len(index.articles), len(index.passages), filters)
    articles = {index.passages[row].article_id for row in only}
    return Searched(len(articles), len(only), filters)


def _passes(article: Article, filters: Filters) -> bool:
    if filters.sources and article.source not in filters.sources:
        return False
    if not (filters.since or filters.until):
        return True
    published = article.published
    if published is None:
        return False
    # ISO prefixes compare as text once both are cut to the shorter one's precision.
    late_enough = not filters.since or _cut(published, filters.since) >= filters.since
    soon_enough = not filters.until or _cut(published, filters.until) <= filters.until
    return late_enough and soon_enough


def _cut(published: str, bound: str) -> str:
    return published[: len(bound)]
