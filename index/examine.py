"""A whole index held against what it says of itself, and its parts against each other.

Nothing is changed, and nothing is repaired: what is damaged is built anew from the articles.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from index import manifest as manifests
from index import sums, weights
from index.article_hash import article_hash
from index.content import SHOWN_ARTICLES, content_hash
from index.errors import IndexUnfitError
from index.finding import Finding
from index.generations import LEXICAL, PREFIX, STORE, VECTORS, WORDS
from index.lexical import LexicalIndex
from index.manifest import Manifest
from index.read_result import sha256_of
from index.tables import passage_key, unpacked
from index.vectors import VectorIndex

_TEXTS = "SELECT id, hash, sha256, text FROM articles LEFT JOIN texts USING (article)"
_CUT = (
    'SELECT row, articles.article, title, start, "end", sentences, key FROM passages'
    " LEFT JOIN articles USING (article) ORDER BY articles.article"
)


def examine(folder: Path) -> Iterator[Finding]:
    """Everything that is wrong with the index in `folder`.

    Raises:
        IndexUnfitError: there is no index.
    """
    mend = f"Build it anew with: pincite index PATH --anew --index {folder}"
    file = manifests.path(folder)
    if not file.exists() and not any(folder.glob(f"{PREFIX}*")):
        manifests.read(folder)
    try:
        manifest = manifests.read(folder)
    except IndexUnfitError as error:
        yield Finding("damage", str(error))
        return
    home = folder / manifest.generation
    files = [*_files(home)]
    said = [*files, *_store(home, manifest), *_engines(home, files), *_words(home)]
    yield from (Finding("damage", f"{home}: {what}.", mend) for what in dict.fromkeys(said))
    if not (home / sums.FILE).exists():
        yield Finding(
            "unchecked",
            f"{home} was made by a version that noted no checksums, so not every changed byte of "
            "it would be noticed.",
            mend,
        )
    yield from _left_over(folder, manifest)


def _files(home: Path) -> Iterator[str]:
    try:
        yield from sums.changed(home, sums.read(home) or {})
    except (OSError, ValueError) as error:
        yield f"{sums.FILE} cannot be read ({error})"


def _store(home: Path, manifest: Manifest) -> Iterator[str]:
    try:
        with closing(_open(home / STORE)) as base:
            yield from _sound(base, STORE)
            yield from _manifest(base, manifest)
            yield from _articles(base)
            yield from _passages(base)
    except (sqlite3.Error, ValueError) as error:
        yield f"{STORE} cannot be read through ({error})"


def _sound(base: sqlite3.Connection, name: str) -> Iterator[str]:
    for (said,) in base.execute("PRAGMA integrity_check(3)"):
        if said != "ok":
            yield f"{name} is no sound database ({said.splitlines()[-1]})"


def _manifest(base: sqlite3.Connection, manifest: Manifest) -> Iterator[str]:
    """The manifest's hash is over ids, titles, sources, addresses, dates and texts' hashes."""
    shown = base.execute(SHOWN_ARTICLES)
    if content_hash(shown, manifest.embedder, manifest.passage_tokens) != manifest.content:
        yield "ids, titles, sources, dates or settings are not those that the manifest was made of"
    counts = base.execute("SELECT count(*), total(length(sentences)) / 8 FROM passages").fetchone()
    articles = base.execute("SELECT count(*) FROM articles WHERE id NOT NULL").fetchone()[0]
    noted = (manifest.articles, manifest.passages, manifest.sentences)
    if (articles, counts[0], int(counts[1])) != noted:
        yield (
            f"the manifest counts {noted[0]} articles, {noted[1]} passages and {noted[2]} "
            f"sentences, the store {articles}, {counts[0]} and {int(counts[1])}"
        )
    part = weights.PARTS.get(manifest.embedder)
    if part and manifest.weights_sha256 != part.files["model.onnx"][1]:
        yield f"the manifest names other weights of {manifest.embedder} than this version has"


def _articles(base: sqlite3.Connection) -> Iterator[str]:
    for id, hash, sha256, text in base.execute(_TEXTS):
        if text is None:
            yield f"article {id} has no text"
        elif sha256_of(text) != sha256:
            yield f"the text of article {id} is not the one that was indexed"
        if id is not None and hash != article_hash(id):
            yield f"article {id} is filed under a wrong hash"


def _passages(base: sqlite3.Connection) -> Iterator[str]:
    """Each kind of damage once, however many passages have it."""
    found: dict[str, list[int]] = {}
    for row, what in _each_passage(base):
        found.setdefault(what, []).append(row)
    for what, rows in found.items():
        yield f"{len(rows)} of the passages {what} (the first has row {rows[0]})"


def _each_passage(base: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    of, text = None, ""
    for row, article, title, start, end, sentences, key in base.execute(_CUT):
        if article != of:
            found = base.execute("SELECT text FROM texts WHERE article = ?", (article,)).fetchone()
            of, text = article, found[0] if found else ""
        spans = unpacked(sentences)
        edges = [start, *(edge for span in spans for edge in span), end]
        if not 0 <= start < end <= len(text) or edges != sorted(edges):
            yield row, "do not lie in their article"
        elif passage_key(title, text[start:end]) != key:
            yield row, "do not hold the words that were embedded"


def _engines(home: Path, damaged: list[str]) -> Iterator[str]:
    """Every part has the same rows; what is known to be damaged is not asked, lest it crash."""
    try:
        with closing(_open(home / STORE)) as base:
            rows = {row for (row,) in base.execute("SELECT row FROM passages")}
    except sqlite3.Error:
        return  # which has been said
    for name, found in ((VECTORS, _vector_rows), (LEXICAL, _word_rows)):
        if any(each.startswith(name) for each in damaged):
            continue
        try:
            there = found(home / name)
        except (OSError, RuntimeError, ValueError, IndexUnfitError) as error:
            yield f"{name} cannot be read ({str(error).splitlines()[0][:80]})"
            continue
        if sorted(there) != sorted(rows):
            yield f"{name} holds {len(there)} passages, {len(rows & {*there})} of the {len(rows)}"


def _vector_rows(path: Path) -> list[int]:
    return [int(row) for row in VectorIndex.open(path).rows()]


def _word_rows(path: Path) -> list[int]:
    return LexicalIndex.open(path).rows()


def _words(home: Path) -> Iterator[str]:
    try:
        with closing(_open(home / WORDS)) as base:
            yield from _sound(base, WORDS)
    except sqlite3.Error as error:
        yield f"{WORDS} cannot be read through ({error})"


def _left_over(folder: Path, manifest: Manifest) -> Iterator[Finding]:
    """Of a build under way, or of one that was stopped."""
    for draft in sorted(folder.glob(".*.new")):
        yield Finding("left_over", f"{draft} is a draft that nobody reads.", _CLEARS)
    others = [home for home in folder.glob(f"{PREFIX}*") if home.name != manifest.generation]
    for home in sorted(others):
        if len(others) > 1 or not (home / sums.FILE).exists():
            yield Finding("left_over", f"{home} is a generation that nobody reads.", _CLEARS)


_CLEARS = "The next build that changes something clears it."


def _open(path: Path) -> sqlite3.Connection:
    where = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(where, uri=True)
