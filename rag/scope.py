"""Which passages a question may be answered from, by source and date."""

from collections.abc import Mapping, Sequence

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
    known_sources(index.articles, filters.sources)
    passing = {key for key, article in index.articles.items() if passes(article, filters)}
    return [row for row, passage in enumerate(index.passages) if passage.article_id in passing]


def searched(index: Index, filters: Filters, only: Sequence[int] | None) -> Searched:
    """How much was searched, for the proof of a "not found"."""
    if only is None:
        return Searched(len(index.articles), len(index.passages), filters)
    articles = {index.passages[row].article_id for row in only}
    return Searched(len(articles), len(only), filters)


def known_sources(articles: Mapping[str, Article], wanted: Sequence[str]) -> None:
    """Refuse a source that no article has.

    Raises:
        BadInputError: it is named, with those there are.
    """
    known = {article.source for article in articles.values() if article.source}
    for source in wanted:
        if source not in known:
            raise BadInputError(
                f"No article has the source {source!r}; there are: "
                f"{', '.join(sorted(known)) or 'none that an article names'}."
            )


def passes(article: Article, filters: Filters) -> bool:
    """Whether the article may answer; dates are compared as far as both are precise."""
    if filters.sources and article.source not in filters.sources:
        return False
    if not (filters.since or filters.until):
        return True
    published = article.published
    if published is None:
        return False
    since, until = filters.since or "", filters.until or ""
    # ISO dates compare as text once both are cut to the precision of the shorter.
    return published[: len(since)] >= since[: len(published)] and published[: len(until)] <= (
        until[: len(published)] if until else published
    )
