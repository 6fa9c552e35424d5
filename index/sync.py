"""A draft made to hold what was seen: read, named, cut, embedded, indexed, counted."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

import numpy as np

from index import draft, generations, weights, word_tables
from index.cut import cut
from index.embedded import Embedding
from index.embedder import Embedder
from index.families import mark_families
from index.lexical_writer import LexicalWriter, link, link_file
from index.opened import Contents
from index.ordinary import ordinary_words
from index.progress import Progress
from index.settings import IndexSettings
from index.settled import settle
from index.taken_in import take_in
from index.vectors import VectorIndex
from index.word_changes import word_changes

Opener = Callable[[IndexSettings, Callable[[str], None]], Embedder]
"""Opens the embedder that the settings name; it is told lines about downloads."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What a sync works with: the index as it was, if any, and how many `files` are to be read.

    The embedder is opened only where there is something to embed.
    """

    settings: IndexSettings
    old: Contents | None
    files: int
    opener: Opener
    progress: Progress

    @property
    def old_home(self) -> Path | None:
        """The folder of the generation before."""
        return self.settings.index / self.old.manifest.generation if self.old else None

    def embedder(self) -> Embedder:
        """The embedder, opened now."""
        return self.opener(self.settings, lambda line: self.progress(line, 0, 0))

    def tell(self, stage: str) -> Callable[[int, int], None]:
        """Hears how far one stage is."""
        return lambda done, total: self.progress(stage, done, total)


def sync(base: Connection, home: Path, needs: Needs) -> None:
    """Fill the draft in `home`.

    Raises:
        WeightsError: the embedder's weights are not to be had.
    """
    take_in(base, lambda done: needs.progress("read", done, needs.files))
    draft.let_go(base)
    settle(base)
    first = int(base.execute("SELECT next_row FROM counts").fetchone()[0])
    mark_families(base)
    after = cut(base, needs.settings.passage_tokens, first, needs.tell("split"))
    _search(base, home, range(first, after), needs)
    changes = word_changes(base, needs.old is not None)
    if changes or needs.old is None:
        folder = weights.locate(weights.ORDINARY, needs.settings.weights)
        word_tables.change(home / generations.WORDS, changes, ordinary_words(folder))
    draft.finish(base, after)


def _search(base: Connection, home: Path, new: range, needs: Needs) -> None:
    """Bring both search engines to what the draft holds, or share them where nothing changed."""
    if needs.old_home is None and not new:
        return  # There is nothing to search; whoever asked for the draft refuses it.
    freed = [row for (row,) in base.execute("SELECT row FROM main.freed")]
    words, vectors = home / generations.LEXICAL, home / generations.VECTORS
    before = None
    if needs.old_home is not None:
        link(needs.old_home / generations.LEXICAL, words)
        if not freed and not new:
            link_file(needs.old_home / generations.VECTORS, vectors)
            return
        before = VectorIndex.open(needs.old_home / generations.VECTORS, to_change=True)
    writer = LexicalWriter(words)
    writer.remove(freed)
    written = home / "vectors.new"
    embedding = Embedding(base, new.start, before, written)
    if new:
        embedding.run(needs.embedder(), writer, len(new), needs.tell("embed"))
    needs.progress("write", 0, 0)
    writer.close()
    _changed(before, freed, embedding, new).save(vectors)
    written.unlink(missing_ok=True)


def _changed(
    index: VectorIndex | None, freed: list[int], embedding: Embedding, new: range
) -> VectorIndex:
    if index is None:
        return VectorIndex.build(embedding.new(len(new)), np.asarray(new))
    if freed:
        index.remove(freed)
    return index.add(np.asarray(new), embedding.new(len(new))) if new else index
