"""Articles read as for an index, with a fake engine over them in place of a built one."""

import time
from collections.abc import Sequence
from pathlib import Path

from index.build import BuildReport
from index.progress import Progress
from index.readers import read_articles
from rag.settings import Settings
from tests.e2e.chat.fake_engine import FakeEngine
from ui.chat.rebuild import Rebuilt


class FakeRebuild:
    """Takes a moment over each stage, as a build does."""

    def __init__(self, held: int) -> None:
        self._held = held

    def __call__(
        self, paths: Sequence[Path], settings: Settings, progress: Progress, upon: str
    ) -> Rebuilt:
        found, skipped = read_articles(paths)
        for done in range(4):
            progress("embed", done, 4)
            time.sleep(0.4)
        before, self._held = self._held, len(found)
        added, removed = max(0, len(found) - before), max(0, before - len(found))
        report = BuildReport(len(found), len(found), added, 0, removed, tuple(skipped), 1.6)
        return Rebuilt(report, FakeEngine({article.id: article for article in found}))
