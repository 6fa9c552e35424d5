"""Files that changed, read into the draft of a store: each article new, changed or as it was.

An article is known again by its file and its own id there, and one of a file that moved by its
words; then it keeps its row, its passages and their vectors.
"""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from index.readers import read_file
from index.schema import Article, Skipped
from index.seen import stamp, to_read
from index.walk import Found

_TABLES = """
CREATE TABLE main.dirty (article INTEGER PRIMARY KEY);
CREATE TABLE main.fresh (article INTEGER PRIMARY KEY);
CREATE TABLE main.claimed (article INTEGER PRIMARY KEY);
CREATE TABLE main.leaving (article INTEGER PRIMARY KEY);
"""
_LEAVING = "INSERT INTO main.leaving SELECT article FROM articles WHERE file = ?"
# A file that stayed but was read anew gives back what it still states.
_BACK = "DELETE FROM main.leaving WHERE article = ?"
_OWN = """
SELECT article, sha256, title, source, url, published, author, n FROM articles
WHERE file = ? AND own_id = ? AND article NOT IN main.claimed
ORDER BY sha256 = ? DESC, n LIMIT 1
"""
_SAME = """
SELECT there.article FROM articles AS there JOIN articles AS here ON there.sha256 = here.sha256
    AND there.title IS here.title AND there.source IS here.source
WHERE here.article = ? AND there.article IN main.leaving ORDER BY there.article LIMIT 1
"""
_MOVED = "own_id, file, n, url, published, author"


def take_in(base: sqlite3.Connection, tell: Callable[[int], None]) -> None:
    """Read every file to read and drop what is gone; `main.dirty` are articles to cut anew."""
    base.executescript(_TABLES)
    base.execute("BEGIN")
    base.execute(
        "INSERT INTO main.leaving"
        " SELECT article FROM articles WHERE file IN (SELECT file FROM main.gone)"
    )
    base.execute("DELETE FROM skipped WHERE file IN (SELECT file FROM main.gone)")
    base.execute("DELETE FROM files WHERE file IN (SELECT file FROM main.gone)")
    for done, (position, place, name, inside, file) in enumerate(to_read(base)):
        tell(done)
        known = stamp(base, position, place, name)
        number = _file(base, file, place, name, known)
        base.execute("UPDATE main.seen SET file = ? WHERE position = ?", (number, position))
        _read(base, number, Found(Path(os.fsdecode(place)), name, bool(inside)))
    _know_again(base)
    _move(base)
    base.execute("COMMIT")


def _file(
    base: sqlite3.Connection, file: int | None, place: bytes, name: str, known: tuple[object, ...]
) -> int:
    """The number of a file, now known by its stamp; what it held before is leaving."""
    if file is None:
        made = base.execute(
            "INSERT INTO files VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", (place, name, *known)
        )
        return int(made.lastrowid or 0)
    query = "UPDATE files SET size=?, mtime_ns=?, ctime_ns=?, inode=?, sha256=? WHERE file = ?"
    base.execute(query, (*known, file))
    base.execute("DELETE FROM skipped WHERE file = ?", (file,))
    base.execute(_LEAVING, (file,))
    return file


def _know_again(base: sqlite3.Connection) -> None:
    """Note the present times of files that hold the same bytes."""
    base.execute(
        "UPDATE files SET mtime_ns = seen.mtime_ns, ctime_ns = seen.ctime_ns, inode = seen.inode"
        " FROM main.seen WHERE seen.file = files.file AND seen.sha256 NOT NULL"
        " AND files.mtime_ns IS NOT seen.mtime_ns"
    )


def _read(base: sqlite3.Connection, file: int, found: Found) -> None:
    for n, each in enumerate(read_file(found)):
        if isinstance(each, Skipped):
            row = (file, each.path, each.reason)
            base.execute("INSERT INTO skipped VALUES (?, NULL, ?, ?)", row)
        else:
            _article(base, file, n, each)


def _article(base: sqlite3.Connection, file: int, n: int, article: Article) -> None:
    shown = (article.sha256, *_shown(article), n)
    before = base.execute(_OWN, (file, article.id, article.sha256)).fetchone()
    if before is None:
        row = _insert(base, file, n, article)
        base.execute("INSERT INTO main.fresh VALUES (?)", (row,))
        base.execute("INSERT INTO main.dirty VALUES (?)", (row,))
    else:
        row = before[0]
        base.execute(_BACK, (row,))
        if before[1:] != shown:
            _update(base, row, article, shown)
        # Passages are searched with the title of their article; the rest stands beside them.
        if before[1:3] != shown[:2]:
            base.execute("INSERT INTO main.dirty VALUES (?)", (row,))
    base.execute("INSERT INTO main.claimed VALUES (?)", (row,))


def _shown(article: Article) -> tuple[str | None, ...]:
    return (article.title, article.source, article.url, article.published, article.author)


def _update(
    base: sqlite3.Connection, row: int, article: Article, shown: tuple[object, ...]
) -> None:
    base.execute(
        "UPDATE articles SET sha256 = ?, title = ?, source = ?, url = ?, published = ?,"
        " author = ?, n = ?, words = ? WHERE article = ?",
        (*shown, len(article.text.split()), row),
    )
    base.execute("UPDATE texts SET text = ? WHERE article = ?", (article.text, row))


def _insert(base: sqlite3.Connection, file: int, n: int, article: Article) -> int:
    made = base.execute(
        "INSERT INTO articles VALUES (NULL, NULL, NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (article.id, file, n, article.sha256, *_shown(article), len(article.text.split())),
    )
    row = int(made.lastrowid or 0)
    base.execute("INSERT INTO texts VALUES (?, ?)", (row, article.text))
    return row


def _move(base: sqlite3.Connection) -> None:
    """Give articles that one file brings and another took away, with equal words, their old row."""
    if not base.execute("SELECT 1 FROM main.leaving LIMIT 1").fetchone():
        return
    base.execute("CREATE INDEX now.articles_by_sha256 ON articles (sha256)")
    for (here,) in base.execute("SELECT article FROM main.fresh ORDER BY article").fetchall():
        same = base.execute(_SAME, (here,)).fetchone()
        if same is None:
            continue
        now = base.execute(f"SELECT {_MOVED} FROM articles WHERE article = ?", (here,)).fetchone()
        base.execute(
            f"UPDATE articles SET ({_MOVED}) = (?, ?, ?, ?, ?, ?) WHERE article = ?", (*now, *same)
        )
        base.execute("DELETE FROM main.leaving WHERE article = ?", same)
        for table in ("articles", "texts", "main.dirty", "main.fresh"):
            base.execute(f"DELETE FROM {table} WHERE article = ?", (here,))
    base.execute("DROP INDEX now.articles_by_sha256")
