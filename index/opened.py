"""An index open for searching: read or mapped as it is asked for, nothing rebuilt per question."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index import manifest as manifests
from index import sums
from index.embedder import Embedder, open_embedder
from index.engines import Engines, VectorSearch, WordSearch
from index.errors import IndexUnfitError
from index.held_articles import Articles
from index.held_families import Families
from index.held_passages import Passages
from index.lexical import LexicalIndex
from index.manifest import Manifest
from index.settings import IndexSettings
from index.store import Store
from index.store_search import open_engines
from index.vectors import VectorIndex
from index.word_list import WordList


@dataclass(frozen=True, slots=True)
class Contents:
    """The data of one generation; row i of `vectors` and `lexical` is `passages[i]`."""

    manifest: Manifest
    articles: Articles
    passages: Passages
    families: Families
    vectors: VectorSearch
    lexical: WordSearch
    words: WordList


@dataclass(frozen=True, slots=True)
class Index:
    """Contents and the embedder that made its vectors."""

    contents: Contents
    embedder: Embedder

    @property
    def manifest(self) -> Manifest:
        """What the index says of itself."""
        return self.contents.manifest

    @property
    def articles(self) -> Articles:
        """Every article by id, in the order in which they were added."""
        return self.contents.articles

    @property
    def passages(self) -> Passages:
        """Every passage by row."""
        return self.contents.passages

    @property
    def families(self) -> Families:
        """Which articles are near copies of each other."""
        return self.contents.families


def open_index(settings: IndexSettings, tell: Callable[[str], None] = lambda line: None) -> Index:
    """Open the index that the settings name.

    Raises:
        IndexUnfitError: there is none, it is damaged, or it was built with another embedder.
        WeightsError: the embedder's weights are not to be had.
    """
    _demand_embedder(settings, manifests.read(settings.index))  # said before a model is fetched
    return open_with(open_embedder(settings, tell), settings)


def open_with(embedder: Embedder, settings: IndexSettings) -> Index:
    """Open the index as it is now, to be asked by the embedder of the settings, which is open.

    Raises:
        IndexUnfitError: there is none, it is damaged, or it was built with another embedder.
    """
    contents = open_latest(settings)
    _demand_embedder(settings, contents.manifest)
    return Index(contents, embedder)


def _demand_embedder(settings: IndexSettings, found: Manifest) -> None:
    if found.embedder != settings.embedder:
        raise IndexUnfitError(
            f"The index in {settings.index} was built with the embedder {found.embedder!r}, the "
            f"settings ask for {settings.embedder!r}; set PINCITE_EMBEDDER={found.embedder} or "
            f"build it anew with: pincite index PATH --index {settings.index}"
        )


def open_latest(settings: IndexSettings) -> Contents:
    """Open the data as it is now, also while one sync after the other replaces it.

    Raises:
        IndexUnfitError: there is none, or it is damaged.
    """
    while True:
        found = manifests.read(settings.index)
        try:
            return open_contents(settings.index, found, settings.store)
        except IndexUnfitError:
            # Two syncs since the manifest was read have removed what it names; it names another.
            if manifests.read(settings.index).generation == found.generation:
                raise


def open_contents(folder: Path, manifest: Manifest, store: str | None = None) -> Contents:
    """Open the data of the generation that the manifest names; searched in `store`, if given.

    Raises:
        IndexUnfitError: a file is missing or damaged, or the counts do not agree.
        StoreError: the store cannot be asked.
    """
    home = folder / manifest.generation
    try:
        _demand_sizes(folder, home)
        base = Store(home / "articles.sqlite")
        engines = open_engines(home, manifest, store) if store else _embedded(home)
        words = WordList.open(home / "words.sqlite")
    except (OSError, RuntimeError, ValueError, KeyError, sqlite3.DatabaseError) as error:
        raise IndexUnfitError(
            f"The index in {folder} is damaged ({type(error).__name__}); "
            f"build it anew with: pincite index PATH --index {folder}"
        ) from error
    counts = (manifest.passages, base.passages, len(engines.vectors), len(engines.lexical))
    if len(set(counts)) != 1 or manifest.articles != base.articles:
        raise IndexUnfitError(
            f"The index in {folder} is damaged (passages {counts}); "
            f"build it anew with: pincite index PATH --index {folder}"
        )
    articles = Articles(base)
    passages = Passages(base, articles)
    families = Families(base)
    return Contents(manifest, articles, passages, families, engines.vectors, engines.lexical, words)


def _demand_sizes(folder: Path, home: Path) -> None:
    """A file that is shorter than it was ends the process when its mapped end is read."""
    if misfit := next(sums.misfits(home, sums.read(home) or {}), None):
        raise IndexUnfitError(
            f"The index in {folder} is damaged ({misfit}); "
            f"build it anew with: pincite index PATH --index {folder}"
        )


def _embedded(home: Path) -> Engines:
    return Engines(VectorIndex.open(home / "vectors.faiss"), LexicalIndex.open(home / "lexical"))


def embedded_vectors(folder: Path, generation: str) -> VectorIndex:
    """The vectors of a generation as they lie in the index's folder, wherever it is searched."""
    return VectorIndex.open(folder / generation / "vectors.faiss")
