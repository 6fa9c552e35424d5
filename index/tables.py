"""The tables of a store.

`files` are known again by place, size, time and inode, and by `sha256` where these differ. An
article has its file, its place `n` in it and the `own_id` that it states there; its `id` differs
from that where two state the same, and is NULL for one that stands elsewhere with the same text.

Texts lie apart from what is said of them, so that articles are selected and counted without
passing over their texts. Rows are never given twice in the life of an index: a passage has one row
in SQLite, FAISS and tantivy, and deleting one moves no other. `family` is the same number for
articles that are near copies of each other and NULL for one that is no copy.
"""

import struct
from hashlib import sha256
from itertools import chain, starmap

from index.schema import Span

SCHEMA = """
CREATE TABLE files (
    file INTEGER PRIMARY KEY, place BLOB NOT NULL, name TEXT NOT NULL,
    size INTEGER, mtime_ns INTEGER, ctime_ns INTEGER, inode INTEGER, sha256 TEXT,
    UNIQUE (place, name)
);
CREATE TABLE skipped (
    file INTEGER NOT NULL, article INTEGER, path TEXT NOT NULL, reason TEXT NOT NULL
);
CREATE INDEX skipped_by_file ON skipped (file);
CREATE TABLE articles (
    article INTEGER PRIMARY KEY, id TEXT UNIQUE, hash TEXT, own_id TEXT NOT NULL,
    file INTEGER NOT NULL, n INTEGER NOT NULL, sha256 TEXT NOT NULL,
    title TEXT, source TEXT, url TEXT, published TEXT, author TEXT, words INTEGER NOT NULL
);
CREATE INDEX articles_by_hash ON articles (hash);
CREATE INDEX articles_by_source ON articles (source, published);
CREATE INDEX articles_by_file ON articles (file, own_id);
CREATE INDEX articles_by_own_id ON articles (own_id);
CREATE TABLE texts (article INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE passages (
    row INTEGER PRIMARY KEY, article INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, sentences BLOB NOT NULL, key INTEGER NOT NULL
);
CREATE INDEX passages_by_article ON passages (article);
CREATE INDEX passages_by_key ON passages (key);
CREATE TABLE sketches (article INTEGER PRIMARY KEY, sketch BLOB, family INTEGER);
CREATE INDEX sketches_by_family ON sketches (family) WHERE family NOT NULL;
CREATE TABLE counts (
    articles INTEGER NOT NULL, passages INTEGER NOT NULL, next_row INTEGER NOT NULL
);
"""

ARTICLE = "articles.id, texts.text, sha256, title, source, url, published, author"
"""The columns of an `Article`, in order."""


def passage_key(title: str | None, text: str) -> int:
    """64 bits of what is embedded and searched of a passage: with one key, one vector serves."""
    digest = sha256(f"{title or ''}\0{text}".encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "little", signed=True)


def packed(spans: tuple[Span, ...]) -> bytes:
    """Spans as 32-bit numbers, start and end in turn: a text is never longer than they count."""
    return struct.pack(f"<{2 * len(spans)}I", *chain.from_iterable(spans))


def unpacked(data: bytes) -> tuple[Span, ...]:
    """What `packed` was given."""
    return tuple(starmap(Span, struct.iter_unpack("<2I", data)))
