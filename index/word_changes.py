"""The words of a collection after some of its articles changed."""

import sqlite3
from collections import Counter

from index import word_tables

_SHOWN = "SELECT text, title, source FROM {here}.articles AS here JOIN {here}.texts USING (article)"
_NOT_THERE = """
WHERE here.id NOT NULL AND NOT EXISTS (
    SELECT 1 FROM {there}.articles AS there WHERE there.article = here.article
    AND there.id NOT NULL AND there.sha256 = here.sha256
    AND there.title IS here.title AND there.source IS here.source)
"""


def word_changes(base: sqlite3.Connection, old: bool) -> Counter[str]:
    """How much more often each word stands in the schema `now` than in `old`, if there is one."""
    if not old:
        return _counted(base, _SHOWN.format(here="now") + " WHERE here.id NOT NULL")
    query = _SHOWN + _NOT_THERE
    counts = _counted(base, query.format(here="now", there="old"))
    counts.subtract(_counted(base, query.format(here="old", there="now")))
    return Counter({word: count for word, count in counts.items() if count})


def _counted(base: sqlite3.Connection, query: str) -> Counter[str]:
    shown = (text for row in base.execute(query) for text in row if text)
    return word_tables.counted(shown)
