"""Is every citation the article's own words? Checked again here, trusting nobody."""

from collections.abc import Mapping

from index.schema import Article
from rag.schema import Citation, Reply


def verified(citation: Citation, articles: Mapping[str, Article]) -> bool:
    """Whether `exact` is the article's slice and the article is the one that was cited."""
    article = articles.get(citation.article_id)
    return (
        article is not None
        and citation.status == "verified"
        and article.sha256 == citation.sha256
        and bool(citation.exact)
        and article.text[citation.start : citation.end] == citation.exact
    )


def unverified(reply: Reply, articles: Mapping[str, Article]) -> list[str]:
    """What is wrong with a reply's quotes, in words; empty if every word shown is verbatim."""
    faults = [
        f"citation {c.n} ({c.article_id}:{c.start}-{c.end}) is not the article's own words"
        for c in reply.citations
        if not verified(c, articles)
    ]
    by_number = {c.n: c.exact for c in reply.citations}
    for statement in reply.statements:
        cited = [by_number.get(n, "") for n in statement.citations]
        if not any(statement.text in exact for exact in cited):
            faults.append(f"statement {statement.text[:60]!r} stands in no quote that it cites")
    return faults
