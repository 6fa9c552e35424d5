"""What a draft holds, told for its manifest and its report."""

import hashlib
from collections.abc import Iterable
from sqlite3 import Connection

from index import weights
from index.manifest import FORMAT, Manifest
from index.settings import IndexSettings

_SHOWN = "id, sha256, title, source, url, published, author"
SHOWN_ARTICLES = f"SELECT {_SHOWN} FROM articles WHERE id NOT NULL ORDER BY id"
"""What `content_hash` is taken of."""
# A span is two numbers of four bytes (`index.tables.packed`).
_SENTENCES = "SELECT total(length(sentences)) / 8 FROM passages"


def content_hash(articles: Iterable[tuple[object, ...]], embedder: str, passage_tokens: int) -> str:
    """sha256 over format, settings and every article's id, text and metadata, in order of ids."""
    digest = hashlib.sha256(f"{FORMAT}\n{embedder}\n{passage_tokens}\n".encode())
    for shown in articles:
        digest.update(repr(shown).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def content_of(base: Connection, generation: str, settings: IndexSettings) -> Manifest:
    """The manifest of a finished draft."""
    part = weights.PARTS.get(settings.embedder)
    articles, passages = base.execute("SELECT articles, passages FROM counts").fetchone()
    return Manifest(
        FORMAT,
        generation,
        content_hash(base.execute(SHOWN_ARTICLES), settings.embedder, settings.passage_tokens),
        settings.embedder,
        part.files["model.onnx"][1] if part else None,
        settings.passage_tokens,
        articles,
        passages,
        int(base.execute(_SENTENCES).fetchone()[0]),
    )


def differences(base: Connection, old: bool) -> tuple[int, int, int]:
    """How many articles were added, changed and removed, known by their ids."""
    if not old:
        return base.execute("SELECT articles FROM counts").fetchone()[0], 0, 0
    return _missing(base, "now", "old"), _changed(base), _missing(base, "old", "now")


def _missing(base: Connection, here: str, there: str) -> int:
    query = (
        f"SELECT count(*) FROM {here}.articles WHERE id NOT NULL"
        f" AND id NOT IN (SELECT id FROM {there}.articles WHERE id NOT NULL)"
    )
    return int(base.execute(query).fetchone()[0])


def _changed(base: Connection) -> int:
    query = (
        "SELECT count(*) FROM now.articles AS a JOIN old.articles AS b USING (id) WHERE"
        " a.sha256 != b.sha256 OR a.title IS NOT b.title OR a.source IS NOT b.source"
        " OR a.url IS NOT b.url OR a.published IS NOT b.published OR a.author IS NOT b.author"
    )
    return int(base.execute(query).fetchone()[0])
