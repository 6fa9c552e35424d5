"""A citation's id: which article, which span, which words. It survives re-indexing.

`<10 hex of the article's id>.<start>-<end>.<12 hex of the words>`, hashes by SHA-256.
"""

import re
from hashlib import sha256
from typing import NamedTuple

from index.article_hash import article_hash

_ID = re.compile(r"([0-9a-f]{10})\.([0-9]{1,12})-([0-9]{1,12})\.([0-9a-f]{12})")
_PERMALINK = re.compile(rf"(?:\S*[#?&]cite=)?{_ID.pattern}")


class CitationId(NamedTuple):
    """The parts of an id; `article` and `words` are the beginnings of hashes."""

    article: str
    start: int
    end: int
    words: str


def citation_id(article_id: str, start: int, end: int, exact: str) -> str:
    """The id of the words `exact` at `start:end` of an article."""
    return f"{article_hash(article_id)}.{start}-{end}.{words_hash(exact)}"


def parse(text: str) -> CitationId | None:
    """An id, or a link that ends in `#cite=<id>` or `?cite=<id>`; None for any other text."""
    match = _PERMALINK.fullmatch(text.strip())
    if match is None:
        return None
    article, start, end, words = match.groups()
    return CitationId(article, int(start), int(end), words)


def words_hash(exact: str) -> str:
    """What an id shows of its words."""
    return sha256(exact.encode("utf-8", "surrogatepass")).hexdigest()[:12]
