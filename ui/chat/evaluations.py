"""Runs of question sets: made one after the other, kept in folders, shown again."""

import shutil
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import BadInputError, PinciteError
from rag.schema import Seconds
from ui.chat.collection import Step
from ui.chat.context import ChatContext
from ui.default_articles import default_articles

if TYPE_CHECKING:  # imported when it is needed: it takes a second
    from eval.run import Run
    from eval.schema import Dataset

FIXED = "fixed"


class StoppedError(PinciteError):
    """Somebody ended the run."""


class Evaluations:
    """One for the application. Runs lie in `eval` beside the index, datasets in `datasets`."""

    def __init__(self, context: ChatContext) -> None:
        self._context = context
        self._home = context.settings.index.parent / "eval"
        self._sets = context.settings.index.parent / "datasets"
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="evaluation")
        self._stopping = False
        self.step: Step | None = None

    def datasets(self) -> list[str]:
        """The fixed set, then every folder that holds a dataset."""
        found = self._sets.glob("*/corpus.jsonl")
        return [FIXED, *sorted(each.parent.name for each in found if each.parent.name != FIXED)]

    def runs(self) -> list[str]:
        """Names of kept runs, the newest first."""
        files = sorted(self._home.glob("*/run.json"), key=lambda file: -file.stat().st_mtime_ns)
        return [file.parent.name for file in files]

    def run(self, name: str) -> "Run":
        """A kept run.

        Raises:
            BadInputError: there is none of the name.
            DatasetError: it was kept by another version.
        """
        from eval.written import read_run

        return read_run(self.folder(name))

    def times(self, name: str) -> Mapping[str, Seconds]:
        """Seconds by question; empty where none were kept."""
        from eval.kept_records import read_times

        return read_times(self.folder(name))

    def folder(self, name: str) -> Path:
        """Where a kept run lies; a name is only ever one of `runs`."""
        if name not in self.runs():
            raise BadInputError(f"There is no run {name[:80]!r}; choose one of the list.")
        return self._home / name

    def start(self, dataset: str, limit: int | None) -> Future[str]:
        """Run a dataset; the future is the run's name, or raises `PinciteError`."""
        return self._worker.submit(self._make, dataset, limit)

    def stop(self) -> None:
        """End the run that is under way at its next question."""
        self._stopping = self.step is not None

    def _make(self, name: str, limit: int | None) -> str:
        from eval.datasets import sample

        self._stopping = False
        self._tell("read", 0, 0)
        folder = None
        try:
            dataset = self._dataset(name)
            dataset = sample(dataset, limit) if limit else dataset
            folder = self._fresh(dataset.name)
            self._context.work.score(dataset, self._context.settings, folder, self._tell)
        except BaseException:
            if folder:
                shutil.rmtree(folder, ignore_errors=True)
            raise
        finally:
            self.step = None
        return folder.name

    def _dataset(self, name: str) -> "Dataset":
        from eval.datasets import read_dataset
        from eval.fixed_set import read_fixed

        if name not in self.datasets():
            raise BadInputError(f"There is no question set {name[:80]!r}; choose one of the list.")
        return read_fixed(default_articles()) if name == FIXED else read_dataset(self._sets / name)

    def _fresh(self, name: str) -> Path:
        self._home.mkdir(parents=True, exist_ok=True)
        folder = next(
            folder for n in count(1) if not (folder := self._home / f"{name}-{n:02}").exists()
        )
        folder.mkdir()
        return folder

    def _tell(self, stage: str, done: int, total: int) -> None:
        if self._stopping:
            raise StoppedError("The run was stopped.")
        self.step = Step(stage, done, total)
