"""The articles, changed while others ask: added and removed one change after the other.

A change writes all articles that are to be there into one file beside the index, builds from it,
and hands the new engine to the page; until then the old one answers. If it fails nothing changes,
and so it does where `pincite index` changed the index meanwhile, whose articles it would undo.
"""

import shutil
import tempfile
from collections.abc import Collection as Ids
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from index.article_line import article_line
from index.build import BuildReport
from index.errors import BadInputError, UnwrittenError
from index.readers import stream_articles
from index.schema import Article, Skipped
from ui.chat.context import ChatContext, Shelf

MOST_FILES = 5_000
_NAME = "articles.jsonl"
_SCRATCH = ".change-"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came from a browser, and the path below the folder that it was chosen from."""

    file: Path
    name: str


@dataclass(frozen=True, slots=True)
class Change:
    """What came of a change; `report` is None where there was nothing to do."""

    report: BuildReport | None
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """How far the change under way is: a stage of `build_index`, done and total (0: unknown)."""

    stage: str
    done: int
    total: int


class Collection:
    """One for the application. Changes wait for one another; nobody's question waits for them."""

    def __init__(self, context: ChatContext) -> None:
        self._context = context
        self._folder = context.settings.index.with_name(f"{context.settings.index.name}-articles")
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="collection")
        self.step: Step | None = None

    def add(self, uploads: Sequence[Upload]) -> Future[Change]:
        """Add what can be read of the files. The future raises `PinciteError`."""
        return self._worker.submit(self._add, tuple(uploads))

    def remove(self, ids: Ids[str]) -> Future[Change]:
        """Remove articles; ids that are not there are passed over."""
        return self._worker.submit(self._remove, frozenset(ids))

    def _add(self, uploads: Sequence[Upload]) -> Change:
        with self._scratch() as scratch:
            there = self._context.engine.current.index
            kept, before = _written(scratch / "kept.jsonl", there.articles.values())
            arrived = scratch / "added"
            arrived.mkdir()
            for upload in uploads:
                _place(upload, arrived)
            self._tell("read", 0, 0)
            # Files that bear the name of an article that is there already go by another.
            skipped: list[Skipped] = []
            found = stream_articles([*([kept] if before else []), arrived])
            draft, count = _written(scratch / _NAME, _articles(found, skipped))
            report = self._made(draft, there) if count != before else None
            self._kept(draft)
            return Change(report, tuple(skipped))

    def _remove(self, ids: Ids[str]) -> Change:
        there = self._context.engine.current.index
        left = (article for article in there.articles.values() if article.id not in ids)
        with self._scratch() as scratch:
            draft, count = _written(scratch / _NAME, left)
            if not count:
                raise BadInputError("The last article cannot be removed; add another one first.")
            report = self._made(draft, there) if count != len(there.articles) else None
            self._kept(draft)
            return Change(report)

    def _made(self, draft: Path, there: Shelf) -> BuildReport:
        upon = there.manifest.generation
        made = self._context.work.rebuild([draft], self._context.settings, self._tell, upon)
        self._context.engine.swap(made.engine)
        return made.report

    def _kept(self, draft: Path) -> None:
        """What the index holds, for `pincite index`; also where the change before was killed."""
        draft.replace(self._folder / _NAME)

    @contextmanager
    def _scratch(self) -> Iterator[Path]:
        """A folder for one change. What a change that was killed left behind is cleared."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self._folder / ".lock", timeout=0):
                for left in self._folder.glob(f"{_SCRATCH}*"):
                    shutil.rmtree(left, ignore_errors=True)
                # Not a TemporaryDirectory: where removing is refused, Python 3.11's never ends.
                scratch = Path(tempfile.mkdtemp(dir=self._folder, prefix=_SCRATCH))
                try:
                    yield scratch
                finally:
                    shutil.rmtree(scratch, ignore_errors=True)
        except Timeout:
            raise BadInputError(
                f"Another chat is changing {self._folder}; wait until it is done."
            ) from None
        except OSError as error:
            raise UnwrittenError(self._folder, error) from error
        finally:
            self.step = None

    def _tell(self, stage: str, done: int, total: int) -> None:
        self.step = Step(stage, done, total)


def _articles(found: Iterable[Article | Skipped], skipped: list[Skipped]) -> Iterator[Article]:
    for each in found:
        if isinstance(each, Article):
            yield each
        else:
            skipped.append(each)


def _written(path: Path, articles: Iterable[Article]) -> tuple[Path, int]:
    """One article a line, in the form that `pincite index` reads, and how many there are."""
    count = 0
    with path.open("w", encoding="utf-8") as lines:
        for article in articles:
            count += 1
            lines.write(article_line(article))
    return path, count


def _place(upload: Upload, folder: Path) -> None:
    """Copy the file to where its name says, which is always inside the folder."""
    parts = PurePosixPath(upload.name.replace("\\", "/")).parts
    # Looked at after invisible signs are taken out: with one between its dots ".." is a name.
    inside = [part for part in map(_short, parts) if part.strip("./ ")][-8:] or ["unnamed"]
    target = folder.joinpath(*inside)
    number = 2
    while target.exists() or any(above.is_file() for above in target.parents):
        target = folder.joinpath(str(number), *inside)
        number += 1
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(upload.file, target)


def _short(part: str) -> str:
    """At most 60 characters, which fit any file system, with the ending kept."""
    shown = "".join(sign for sign in part if sign.isprintable())
    return shown if len(shown) <= 60 else shown[:48] + PurePosixPath(shown).suffix[:12]
