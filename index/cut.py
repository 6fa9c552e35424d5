"""Articles of a draft cut into passages; one whose words stay keeps its row and its vector."""

import sqlite3
from collections.abc import Callable

from index.schema import Article, Passage
from index.segment import segment
from index.tables import ARTICLE, packed, passage_key

_DIRTY = (
    f"SELECT article, {ARTICLE} FROM articles JOIN texts USING (article)"
    " WHERE article IN main.dirty AND article > ? ORDER BY article LIMIT 100"
)
_THERE = (
    'SELECT key, row, start, "end", sentences FROM passages WHERE article = ? ORDER BY row DESC'
)


def cut(base: sqlite3.Connection, tokens: int, first: int, tell: Callable[[int, int], None]) -> int:
    """Cut the articles in `main.dirty`; rows of passages that are no more go to `main.freed`.

    `first` is the first row never used; the next such row is returned.
    """
    total = base.execute("SELECT count(*) FROM main.dirty").fetchone()[0]
    done, after, row = 0, -1, first
    base.execute("BEGIN")
    while batch := base.execute(_DIRTY, (after,)).fetchall():
        for after, *columns in batch:
            tell(done, total)
            article = Article(*columns)
            row = _article(base, after, segment(article, tokens), article.title, row)
            done += 1
    base.execute("COMMIT")
    return row


def _article(
    base: sqlite3.Connection, article: int, passages: list[Passage], title: str | None, row: int
) -> int:
    there: dict[int, list[tuple[int, int, int, bytes]]] = {}
    for key, *rest in base.execute(_THERE, (article,)):
        there.setdefault(key, []).append(tuple(rest))
    for each in passages:
        place = (each.start, each.end, packed(each.sentences))
        key = passage_key(title, each.text)
        if same := there.get(key):
            kept, *before = same.pop()
            if tuple(before) != place:
                base.execute(
                    'UPDATE passages SET start = ?, "end" = ?, sentences = ? WHERE row = ?',
                    (*place, kept),
                )
        else:
            values = (row, article, *place, key)
            base.execute("INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?)", values)
            row += 1
    free = [(each[0],) for rest in there.values() for each in rest]
    base.executemany("INSERT INTO main.freed VALUES (?)", free)
    return row
