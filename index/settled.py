"""Ids of which no two are the same, for the articles of a draft.

Almost every article goes by the id that it states. Only those that share one, and those whose
other name another states, are gone through in the order of the walk, as `UniqueIds` says.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from index.article_hash import article_hash
from index.schema import Article, Skipped
from index.unique_ids import UniqueIds
from index.walk import Found

_SHARED = "SELECT own_id FROM articles GROUP BY own_id HAVING count(*) > 1"
_RENAMED = "SELECT DISTINCT own_id FROM articles WHERE id NOT NULL AND id != own_id"
_IN_ORDER = """
SELECT article, own_id, articles.sha256, place, name FROM articles
JOIN main.contested USING (own_id) JOIN main.seen USING (file) ORDER BY position, n
"""


def settle(base: sqlite3.Connection) -> None:
    """Give every article its id; one that stands elsewhere with the same text is skipped."""
    base.create_function("article_hash", 1, article_hash, deterministic=True)
    base.execute("CREATE TABLE main.contested (own_id TEXT PRIMARY KEY)")
    base.execute("BEGIN")
    _contest(base, (own for query in (_SHARED, _RENAMED) for (own,) in base.execute(query)))
    settled = _settled(base)
    while others := _stated_by_others(base, settled):
        _contest(base, others)
        settled = _settled(base)
    _write(base, settled)
    base.execute("COMMIT")


def _contest(base: sqlite3.Connection, ids: Iterable[str]) -> None:
    base.executemany("INSERT OR IGNORE INTO main.contested VALUES (?)", [(id,) for id in ids])


def _settled(base: sqlite3.Connection) -> dict[int, Article | Skipped]:
    ids = UniqueIds()
    found: dict[int, Article | Skipped] = {}
    for article, own_id, sha256, place, name in base.execute(_IN_ORDER):
        file = Found(Path(os.fsdecode(place)), name, inside=True)
        found[article] = ids.settle(Article(own_id, "", sha256), file)
    return found


def _stated_by_others(base: sqlite3.Connection, settled: dict[int, Article | Skipped]) -> list[str]:
    """Ids given in place of another that an article outside states as its own."""
    query = (
        "SELECT 1 FROM articles WHERE own_id = ?"
        " AND own_id NOT IN (SELECT own_id FROM main.contested) LIMIT 1"
    )
    given = (each.id for each in settled.values() if isinstance(each, Article))
    return [id for id in given if base.execute(query, (id,)).fetchone()]


def _write(base: sqlite3.Connection, settled: dict[int, Article | Skipped]) -> None:
    """Old ids are taken back before new ones are given, so that two may change places."""
    before = dict(
        base.execute("SELECT article, id FROM articles JOIN main.contested USING (own_id)")
    )
    base.execute(
        "UPDATE articles SET id = NULL, hash = NULL"
        " WHERE own_id IN (SELECT own_id FROM main.contested)"
    )
    base.execute(
        "UPDATE articles SET id = own_id, hash = article_hash(own_id)"
        " WHERE id IS NULL AND own_id NOT IN (SELECT own_id FROM main.contested)"
    )
    base.execute("DELETE FROM skipped WHERE article NOT NULL")
    for article, each in settled.items():
        if isinstance(each, Article):
            base.execute(
                "UPDATE articles SET id = ?, hash = article_hash(?) WHERE article = ?",
                (each.id, each.id, article),
            )
            if before[article] is None:
                base.execute("INSERT OR IGNORE INTO main.dirty VALUES (?)", (article,))
        else:
            _hide(base, article, each)


def _hide(base: sqlite3.Connection, article: int, why: Skipped) -> None:
    base.execute("DELETE FROM main.dirty WHERE article = ?", (article,))
    base.execute("INSERT INTO main.freed SELECT row FROM passages WHERE article = ?", (article,))
    base.execute(
        "INSERT INTO skipped SELECT file, article, ?, ? FROM articles WHERE article = ?",
        (why.path, why.reason, article),
    )


def skipped(base: sqlite3.Connection) -> Iterator[Skipped]:
    """What was passed over in the files that were seen, in their order."""
    query = "SELECT path, reason FROM skipped JOIN main.seen USING (file) ORDER BY position"
    return (Skipped(*row) for row in base.execute(query))
