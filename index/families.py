"""Articles of a draft that are near copies of each other, as families: marked, never hidden.

Two articles are joined where their sketches are alike, and a family is all that are joined, over
others too; so it depends on the texts alone, not on the order in which they came. When an article
changes or goes, its family is worked out anew, and no other.
"""

import sqlite3

import numpy as np
from numpy.typing import NDArray

from index.alike import Sketches, components
from index.sketch import BYTES, sketch

_GONE = "article IN main.dirty OR article NOT IN (SELECT article FROM articles WHERE id NOT NULL)"
_NEW = (
    "SELECT article, text FROM articles JOIN texts USING (article) WHERE id NOT NULL"
    " AND article NOT IN (SELECT article FROM sketches) AND article > ? ORDER BY article LIMIT 100"
)


def mark_families(base: sqlite3.Connection) -> None:
    """Bring `sketches` to what the draft holds; `main.dirty` are the articles that changed."""
    base.execute("BEGIN")
    base.execute("CREATE TABLE main.loose (article INTEGER PRIMARY KEY)")
    base.execute(
        "INSERT INTO main.loose SELECT article FROM sketches WHERE family IN"
        f" (SELECT family FROM sketches WHERE family NOT NULL AND ({_GONE}))"
    )
    base.execute("UPDATE sketches SET family = NULL WHERE article IN main.loose")
    base.execute(f"DELETE FROM sketches WHERE {_GONE}")
    after = -1
    while batch := base.execute(_NEW, (after,)).fetchall():
        made = [(article, sketch(text)) for article, text in batch]
        base.executemany("INSERT INTO sketches VALUES (?, ?, NULL)", made)
        base.executemany("INSERT OR IGNORE INTO main.loose VALUES (?)", ((a,) for a, _ in made))
        after = batch[-1][0]
    if base.execute("SELECT 1 FROM main.loose LIMIT 1").fetchone():
        _join(base)
    base.execute("DROP TABLE main.loose")
    base.execute("COMMIT")


def _join(base: sqlite3.Connection) -> None:
    """Put the articles in `main.loose` into families, with each other and with those there are."""
    articles, families, sketches = _held(base)
    loose = np.isin(articles, [row for (row,) in base.execute("SELECT article FROM main.loose")])
    for joined in components(sketches, families, loose):
        # A family goes by one of its articles' rows, so that no two go by the same.
        rows = articles[joined].tolist()
        family = min(rows)
        base.executemany(
            "UPDATE sketches SET family = ? WHERE article = ?", [(family, row) for row in rows]
        )


def _held(base: sqlite3.Connection) -> tuple[NDArray[np.int64], NDArray[np.int64], Sketches]:
    """Row, family (0 for none) and sketch of every article that has a sketch."""
    query = (
        "SELECT article, coalesce(family, 0), sketch FROM sketches"
        " WHERE sketch NOT NULL ORDER BY article"
    )
    rows, packed = [], bytearray()
    for article, family, made in base.execute(query):
        rows.append((article, family))
        packed += made
    found = np.array(rows, dtype=np.int64).reshape(-1, 2)
    return found[:, 0], found[:, 1], np.frombuffer(packed, "<u8").reshape(len(rows), BYTES // 8)
