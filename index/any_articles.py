"""What is asked of articles whether they stand in a store or in a plain mapping.

A store is asked by its own means; a mapping, which holds few, is looked through.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from index.article_hash import article_hash
from index.held_articles import Articles, Entry
from index.schema import Article, Passage


def hashed(hash: str, articles: Mapping[str, Article]) -> list[Article]:
    """The articles whose id has this `article_hash`."""
    if isinstance(articles, Articles):
        return articles.hashed(hash)
    return [article for article in articles.values() if article_hash(article.id) == hash]


def sources(articles: Mapping[str, Article]) -> list[str]:
    """Every source that an article names, sorted."""
    if isinstance(articles, Articles):
        return articles.sources()
    return sorted({article.source for article in articles.values() if article.source})


def entries(articles: Mapping[str, Article], passages: Collection[Passage]) -> Iterator[Entry]:
    """Every article as it is listed, in order, without its text."""
    if isinstance(articles, Articles):
        yield from articles.entries()
        return
    counts = Counter(passage.article_id for passage in passages)
    for each in articles.values():
        shown = (each.title, each.source, each.published)
        yield Entry(each.id, *shown, len(each.text.split()), counts[each.id])
