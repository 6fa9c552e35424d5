"""A store being written."""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from index.schema import Article, Passage
from index.tables import SCHEMA, article_row, passage_row


def write(path: Path, articles: Iterable[Article], passages: Sequence[Passage]) -> None:
    """Write a new store; rows count from 0."""
    rows: dict[str, int] = {}
    with closing(sqlite3.connect(path)) as base, base:
        base.executescript(SCHEMA)
        for row, article in enumerate(articles):
            rows[article.id] = row
            base.execute(
                "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", article_row(row, article)
            )
            base.execute("INSERT INTO texts VALUES (?, ?)", (row, article.text))
        base.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?)",
            (passage_row(row, rows[p.article_id], p) for row, p in enumerate(passages)),
        )
        base.execute("INSERT INTO counts VALUES (?, ?)", (len(rows), len(passages)))
