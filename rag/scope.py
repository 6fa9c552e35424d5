"""Which passages a question may be answered from, by source and date."""

from collections.abc import Sequence

from index.errors import BadInputError
from index.held_articles import Articles
from index.opened import Index
from index.rows import Rows
from index.selection import Selection
from rag.schema import Filters, Searched

MOST_NAMED = 20
"""Sources that are named to somebody who asked for one that is not there."""


def rows(index: Index, filters: Filters) -> Rows | None:
    """Rows of the passages that the filters let through; None when there is no filter.

    Raises:
        BadInputError: a source that no article has.
    """
    if filters == Filters():
        return None
    _known(index.articles, filters.sources)
    return index.passages.selected(selection(filters))


def searched(index: Index, filters: Filters, only: Rows | None) -> Searched:
    """How much was searched, for the proof of a "not found"."""
    if only is None:
        return Searched(len(index.articles), len(index.passages), filters)
    return Searched(index.passages.articles_of(selection(filters)), len(only), filters)


def selection(filters: Filters) -> Selection:
    """The articles that the filters let through."""
    return Selection(filters.sources, filters.since, filters.until)


def _known(articles: Articles, wanted: Sequence[str]) -> None:
    """Refuse a source that no article has.

    Raises:
        BadInputError: it is named, with those there are.
    """
    for source in wanted:
        if not articles.name_source(source):
            raise BadInputError(
                f"No article has the source {source[:80]!r}; there are: "
                f"{_some(articles.sources()) or 'none that an article names'}."
            )


def _some(sources: Sequence[str]) -> str:
    more = len(sources) - MOST_NAMED
    named = ", ".join(source[:80] for source in sources[:MOST_NAMED])
    return f"{named} and {more:,} more" if more > 0 else named
