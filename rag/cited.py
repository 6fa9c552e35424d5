"""Where the words of a citation's id stand today, though the id holds only their hash."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from index.any_articles import hashed
from index.schema import Article, Span
from rag.citation_id import CitationId, words_hash

CitedStatus = Literal["verbatim", "moved", "source_changed", "not_found"]

_WORD_START = re.compile(r"(?<!\w)\S")


def find_cited(
    cited: CitationId, articles: Mapping[str, Article]
) -> tuple[CitedStatus, list[tuple[Article, Span]]]:
    """At the cited place, else elsewhere in its article, else (article gone) in the others."""
    home = hashed(cited.article, articles)
    span = Span(cited.start, cited.end)
    for article in home:
        within = span.start < span.end <= len(article.text)
        if within and words_hash(article.text[span.start : span.end]) == cited.words:
            return "verbatim", [(article, span)]
    found = [(article, span) for article in home for span in _windows(cited, article.text)]
    if found:
        return "moved", found
    if home:
        return "source_changed", []
    found = [
        (article, span) for article in articles.values() for span in _windows(cited, article.text)
    ]
    return ("moved", found) if found else ("not_found", [])


def _windows(cited: CitationId, text: str) -> Iterator[Span]:
    """Spans as long as the cited one that begin where a word or mark begins and have its hash."""
    length = cited.end - cited.start
    if length <= 0:
        return
    for match in _WORD_START.finditer(text, 0, max(0, len(text) - length + 1)):
        start = match.start()
        if words_hash(text[start : start + length]) == cited.words:
            yield Span(start, start + length)
