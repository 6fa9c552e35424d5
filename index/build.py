"""Articles to an index: what changed is read and embedded, and the new index replaces the old.

A build makes a folder of its own beside the one in use, out of it, and then replaces the manifest
that names it. A build that is killed leaves the old index whole, and a folder that the next build
clears. Nothing that grows with the collection is held in memory on the way.
"""

import shutil
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from index import draft, generations, manifest, sums
from index.content import content_of, differences
from index.errors import BadInputError, IndexUnfitError, UnwrittenError
from index.opened import Contents, open_contents
from index.progress import Progress
from index.publish import publish
from index.schema import Skipped
from index.seen import Difference, see
from index.settings import IndexSettings
from index.settled import skipped
from index.sync import Needs, Opener, sync
from index.walk import walk
from index.workers import open_passage_embedder


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What the index holds now and what changed against the one before."""

    articles: int
    passages: int
    added: int
    changed: int
    removed: int
    skipped: tuple[Skipped, ...]
    seconds: float


def build_index(
    paths: Sequence[Path],
    settings: IndexSettings,
    progress: Progress = lambda stage, done, total: None,
    opener: Opener = open_passage_embedder,
    anew: bool = False,
    upon: str | None = None,
) -> BuildReport:
    """Make the index in `settings.index` hold exactly the articles under `paths`.

    With `anew` nothing is taken over from the index that is there. `upon` is the generation that
    the articles were taken from.

    Raises:
        BadInputError: a path does not exist, no article could be read, the folder is in use, or
            it holds another generation than `upon` by now.
        WeightsError: the embedder's weights are not to be had.
        UnwrittenError: the disk did not take it; the index is as it was.
    """
    began = time.perf_counter()
    progress("read", 0, 0)
    next(walk(paths), None)  # a path that does not exist is refused before anything is made
    _make_folder(settings.index)
    with _told_if_unwritten(settings.index), _locked(settings.index):
        if upon is not None:
            _demand(upon, settings.index)
        old = None if anew else _old(settings)
        made, counts, passed_over = _built(paths, settings, old, progress, opener)
    seconds = round(time.perf_counter() - began, 3)
    return BuildReport(made.articles, made.passages, *counts, passed_over, seconds)


def _built(
    paths: Sequence[Path],
    settings: IndexSettings,
    old: Contents | None,
    progress: Progress,
    opener: Opener,
) -> tuple[manifest.Manifest, tuple[int, int, int], tuple[Skipped, ...]]:
    home = settings.index / old.manifest.generation if old else None
    with closing(draft.scratch(home)) as base:
        difference = _seen(base, paths, home)
        if difference is not None:
            made, counts = _made(base, difference, settings, old, progress, opener, paths)
            return made, counts, (*difference.skipped, *skipped(base))
    return _built(paths, settings, None, progress, opener)


def _seen(base: sqlite3.Connection, paths: Sequence[Path], home: Path | None) -> Difference | None:
    """What is to be done; None where the generation before is damaged, so nothing of it is used.

    Damage that was built upon would have true sums of its own from then on.
    """
    try:
        difference = see(base, walk(paths), known=home is not None)
    except sqlite3.DatabaseError:
        if home is None:
            raise
        return None
    return None if home and difference.any and not sums.are_true(home) else difference


def _made(
    base: sqlite3.Connection,
    difference: Difference,
    settings: IndexSettings,
    old: Contents | None,
    progress: Progress,
    opener: Opener,
    paths: Sequence[Path],
) -> tuple[manifest.Manifest, tuple[int, int, int]]:
    """The manifest of what there is now, and how many articles were added, changed, removed."""
    if old and not difference.any:
        publish(settings, old.manifest, old.manifest, progress)
        return old.manifest, (0, 0, 0)
    old_home = settings.index / old.manifest.generation if old else None
    home = draft.start(base, settings.index, old_home)
    try:
        needs = Needs(settings, old, difference.other, opener, progress)
        sync(base, home, needs)
        made = content_of(base, home.name, settings)
        if not made.articles:
            raise BadInputError(_nothing(paths, [*difference.skipped, *skipped(base)]))
        if not made.passages:
            raise BadInputError("The articles hold no sentence that could be quoted.")
        counts = differences(base, old is not None)
        publish(settings, made, old.manifest if old else None, progress)
        sums.write(home, old_home)
    except BaseException:
        shutil.rmtree(home, ignore_errors=True)
        raise
    manifest.write(settings.index, made)
    generations.clear(settings.index, made.generation, old.manifest.generation if old else None)
    return made, counts


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInputError(
            f"The folder {folder} for the index cannot be made ({error.strerror}); "
            "name another with --index."
        ) from error


def _old(settings: IndexSettings) -> Contents | None:
    """The index as it stands, if it can be built upon."""
    with suppress(IndexUnfitError):
        found = manifest.read(settings.index)
        same = (found.embedder, found.passage_tokens)
        if same == (settings.embedder, settings.passage_tokens):
            return open_contents(settings.index, found)
    return None


def _demand(generation: str, folder: Path) -> None:
    """Refuse an index that was changed since; one that cannot be read is built anew."""
    with suppress(IndexUnfitError):
        if manifest.read(folder).generation != generation:
            raise BadInputError(
                f"The index in {folder} was changed by another program just now; do this again in "
                "a moment."
            )


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    try:
        with FileLock(folder / ".lock", timeout=0):
            yield
    except Timeout:
        raise BadInputError(
            f"Another build is writing {folder}; wait until it is done, or name another folder "
            "with --index."
        ) from None


@contextmanager
def _told_if_unwritten(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise UnwrittenError(folder, error) from error


def _nothing(paths: Sequence[Path], skipped: Sequence[Skipped]) -> str:
    where = ", ".join(str(path) for path in paths)
    if not skipped:
        return (
            f"There is no article under {where}; give a folder of texts, web pages, PDFs or .jsonl."
        )
    first = skipped[0]
    return (
        f"No article under {where} could be read: {len(skipped)} skipped, "
        f"first {first.path} ({first.reason})"
    )
