"""Cutting quotes from articles by offset, and checking them before anything is shown."""

from collections.abc import Mapping
from typing import Literal

from index.errors import CitationError
from index.schema import Article, Span
from rag.citation_id import citation_id
from rag.intact import intact
from rag.schema import Citation, Copy, Why

# Characters of `prefix` and `suffix`: enough to tell one place from another in the W3C
# text-quote selector (https://www.w3.org/TR/annotation-model/#text-quote-selector).
_CONTEXT = 64


def cut(
    n: int, article: Article, span: Span, why: Why | None = None, copies: tuple[Copy, ...] = ()
) -> Citation:
    """The citation number `n` of the words `article.text[start:end]`.

    Raises:
        CitationError: the span is empty or outside the text, or the text was damaged.
    """
    start, end = span
    if not 0 <= start < end <= len(article.text):
        raise CitationError(
            f"The span {start}-{end} does not lie in {article.id} ({len(article.text)} characters);"
            " the index is damaged: build it anew."
        )
    exact = intact(article).text[start:end]
    return Citation(
        n=n,
        id=citation_id(article.id, start, end, exact),
        article_id=article.id,
        title=article.title,
        source=article.source,
        url=article.url,
        published=article.published,
        sha256=article.sha256,
        start=start,
        end=end,
        exact=exact,
        prefix=article.text[max(0, start - _CONTEXT) : start],
        suffix=article.text[end : end + _CONTEXT],
        status="verified",
        why=why,
        copies=copies,
        author=article.author,
    )


def check(
    citation: Citation, articles: Mapping[str, Article]
) -> Literal["verified", "moved", "source_changed", "not_found"]:
    """Whether the words still stand where the citation says.

    verified: the slice equals `exact` and the id fits. moved: the words stand elsewhere in the
    article. source_changed: the article is here, the words are not. not_found: no such article.
    """
    article = articles.get(citation.article_id)
    if article is None:
        return "not_found"
    start, end = citation.start, citation.end
    named = citation_id(article.id, start, end, citation.exact)
    stands = 0 <= start < end <= len(article.text)
    stands = stands and article.text[start:end] == citation.exact
    if stands and named == citation.id:
        return "verified"
    if citation.exact and citation.exact in article.text:
        return "moved"
    return "source_changed"


def demand_verified(citations: tuple[Citation, ...], articles: Mapping[str, Article]) -> None:
    """Refuse to let an unverified citation out.

    Raises:
        CitationError: a citation does not equal its article's own words.
    """
    for citation in citations:
        status = check(citation, articles)
        if status != "verified":
            raise CitationError(
                f"Citation [{citation.n}] of {citation.article_id} "
                f"{citation.start}-{citation.end} is {status}, so nothing is shown; "
                "build the index anew."
            )
