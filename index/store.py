"""Articles and passages in SQLite: one file, written once, read whole when the index opens."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from index.schema import Article, Passage, Span

_TABLES = """
CREATE TABLE articles (
    id TEXT PRIMARY KEY, text TEXT NOT NULL, sha256 TEXT NOT NULL,
    title TEXT, source TEXT, url TEXT, published TEXT
);
CREATE TABLE passages (
    row INTEGER PRIMARY KEY, article_id TEXT NOT NULL REFERENCES articles (id),
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, sentences TEXT NOT NULL
);
"""


def write(path: Path, articles: Iterable[Article], passages: Sequence[Passage]) -> None:
    """Write both tables to a new file."""
    with closing(sqlite3.connect(path)) as base, base:
        base.executescript(_TABLES)
        base.executemany(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((a.id, a.text, a.sha256, a.title, a.source, a.url, a.published) for a in articles),
        )
        base.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?)",
            (
                (row, p.article_id, p.start, p.end, json.dumps(p.sentences))
                for row, p in enumerate(passages)
            ),
        )


def read(path: Path) -> tuple[dict[str, Article], list[Passage]]:
    """Articles by id in the order they were written, and passages by row.

    Raises:
        sqlite3.DatabaseError: the file is damaged or not such a store.
    """
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as base:
        articles = {
            row[0]: Article(*row)
            for row in base.execute(
                "SELECT id, text, sha256, title, source, url, published FROM articles"
                " ORDER BY rowid"
            )
        }
        rows = base.execute(
            'SELECT article_id, start, "end", sentences FROM passages ORDER BY row'
        ).fetchall()
    return articles, [_passage(articles, *row) for row in rows]


def _passage(
    articles: Mapping[str, Article], article_id: str, start: int, end: int, sentences: str
) -> Passage:
    spans = tuple(Span(*pair) for pair in json.loads(sentences))
    return Passage(article_id, start, end, articles[article_id].text[start:end], spans)
