"""A finished generation put into a store, before the manifest names it.

Readers open the collection of the generation that their manifest names, so they switch when it is
replaced and never see a collection that is being filled. A killed publication leaves a collection
that nobody reads; the next one removes it. The one before stays: readers may still have it open.
"""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from index.bm25 import passage_weight
from index.lexical import analyzer
from index.manifest import Manifest
from index.milvus import Collections, Entry, Milvus, Sparse
from index.opened import Contents, open_contents
from index.progress import Progress
from index.replaced import replace_file
from index.settings import IndexSettings
from index.store_search import TERMS, collection_name, is_whole
from index.term_table import Field, TermCounts
from index.vectors import VectorIndex

_AT_ONCE = 2_000
_PUBLISHED = "published.json"
# No term has this number: what a passage without a word is given, as a vector may not be empty.
_NOBODYS = 0
_ANALYZER = analyzer()

Tell = Callable[[int, int], None]
"""Hears how many passages of how many are in the store."""


def publish(
    settings: IndexSettings, made: Manifest, before: Manifest | None, progress: Progress
) -> None:
    """Put a generation into the store that the settings name, if they name one.

    Only the generation `before` stays beside it.

    Raises:
        StoreError: the store did not take it.
    """
    if settings.store is None:
        return
    store = Milvus.connect(settings.store)
    keep = before.generation if before else None
    contents = open_contents(settings.index, made)
    tell: Tell = lambda done, total: progress("store", done, total)  # noqa: E731
    put(contents, settings.index, keep, store, tell)


def put(contents: Contents, folder: Path, keep: str | None, store: Collections, tell: Tell) -> None:
    """Make the store hold these contents of the index in `folder`, unless it does.

    Raises:
        StoreError: the store did not take it.
    """
    generation = contents.manifest.generation
    name = collection_name(generation)
    terms = folder / generation / TERMS
    if terms.exists() and is_whole(store, name, contents.manifest.passages):
        return
    kept = {collection_name(keep)} - {name} if keep else set()
    noted = _noted(folder)
    # Noted before it is made, so that what a killed publication leaves is known to the next.
    _note(folder, {*noted, *kept, name})
    for old in {*noted, name} - kept:
        store.drop(old)
    counts = TermCounts()
    for row in contents.passages.rows():
        counts.add(_stems(contents, row))
    _fill(contents, VectorIndex.open(folder / generation / "vectors.faiss"), counts, store, tell)
    counts.write(terms)
    _note(folder, {*kept, name})


def _fill(
    contents: Contents, vectors: VectorIndex, counts: TermCounts, store: Collections, tell: Tell
) -> None:
    name = collection_name(contents.manifest.generation)
    rows = list(contents.passages.rows())
    tell(0, len(rows))
    for at in range(0, len(rows), _AT_ONCE):
        some = rows[at : at + _AT_ONCE]
        dense = vectors.of(some)
        if not at:
            store.make(name, dense.shape[1], len(rows))
        sparse = (_weights(_stems(contents, row), counts) for row in some)
        store.insert(name, [Entry(*each) for each in zip(some, dense, sparse, strict=True)])
        tell(at + len(some), len(rows))
    store.seal(name)


def _stems(contents: Contents, row: int) -> dict[Field, list[str]]:
    passage = contents.passages[row]
    title = contents.articles[passage.article_id].title or ""
    return {"body": _ANALYZER.analyze(passage.text), "title": _ANALYZER.analyze(title)}


def _weights(stems: dict[Field, list[str]], counts: TermCounts) -> Sparse:
    weights = {
        counts.number(field, stem): passage_weight(times, len(found), counts.mean_words(field))
        for field, found in stems.items()
        for stem, times in Counter(found).items()
    }
    return weights or {_NOBODYS: 1.0}


def _noted(folder: Path) -> set[str]:
    try:
        return set(json.loads((folder / _PUBLISHED).read_bytes()))
    except (OSError, ValueError):
        return set()


def _note(folder: Path, names: set[str]) -> None:
    replace_file(folder / _PUBLISHED, json.dumps(sorted(names)).encode())
