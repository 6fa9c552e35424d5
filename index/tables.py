"""The tables of a store.

Texts lie apart from what is said of them, so that articles are selected and counted without
passing over their texts. Rows are never given twice in the life of an index: a passage has one row
in SQLite, FAISS and tantivy, and deleting one moves no other.
"""

import struct
from itertools import chain, starmap

from index.article_hash import article_hash
from index.schema import Article, Passage, Span

SCHEMA = """
CREATE TABLE articles (
    article INTEGER PRIMARY KEY, id TEXT UNIQUE, hash TEXT NOT NULL,
    sha256 TEXT NOT NULL, title TEXT, source TEXT, url TEXT, published TEXT, words INTEGER NOT NULL
);
CREATE INDEX articles_by_hash ON articles (hash);
CREATE INDEX articles_by_source ON articles (source, published);
CREATE TABLE texts (article INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE passages (
    row INTEGER PRIMARY KEY, article INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, sentences BLOB NOT NULL
);
CREATE INDEX passages_by_article ON passages (article);
CREATE TABLE counts (articles INTEGER NOT NULL, passages INTEGER NOT NULL);
"""

ARTICLE = "articles.id, texts.text, sha256, title, source, url, published"
"""The columns of an `Article`, in order."""


def article_row(row: int, article: Article) -> tuple[object, ...]:
    """The values of the table `articles`."""
    shown = (article.title, article.source, article.url, article.published)
    words = len(article.text.split())
    return (row, article.id, article_hash(article.id), article.sha256, *shown, words)


def passage_row(row: int, article: int, passage: Passage) -> tuple[object, ...]:
    """The values of the table `passages`."""
    return (row, article, passage.start, passage.end, packed(passage.sentences))


def packed(spans: tuple[Span, ...]) -> bytes:
    """Spans as 32-bit numbers, start and end in turn: a text is never longer than they count."""
    return struct.pack(f"<{2 * len(spans)}I", *chain.from_iterable(spans))


def unpacked(data: bytes) -> tuple[Span, ...]:
    """What `packed` was given."""
    return tuple(starmap(Span, struct.iter_unpack("<2I", data)))
