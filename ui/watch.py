"""`pincite index --watch`: sync again whenever files under the paths have changed and settled."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from watchfiles import Change, watch

from index.build import BuildReport
from index.errors import BadInputError, PinciteError

SETTLE_MS = 1_600
"""Changes are gathered at most so long once one is seen, and until none comes for a while."""
_PAUSE_MS = 400
_WAKE_MS = 1_000


def syncs(
    paths: Sequence[Path], index: Path, sync: Callable[[], BuildReport]
) -> Iterator[BuildReport | PinciteError]:
    """What came of each sync, also of one that failed; ends when interrupted.

    The system tells of changes (inotify and its like), so nothing is done while there are none; a
    walk over 100,000 files every few seconds would take a tenth of a core.
    """
    missed = True  # what changed after the first sync and before the system was asked to tell
    for changes in _changes(paths, index):
        if changes or missed:
            missed = False
            try:
                yield sync()
            except PinciteError as error:
                yield error


def _changes(paths: Sequence[Path], index: Path) -> Iterator[object]:
    """What changed, once it has settled, or nothing, every second or so."""
    try:
        yield from watch(
            *paths,
            watch_filter=Within(index),
            debounce=SETTLE_MS,
            step=_PAUSE_MS,
            rust_timeout=_WAKE_MS,
            yield_on_timeout=True,
            raise_interrupt=False,
            ignore_permission_denied=True,
        )
    except OSError as error:
        raise BadInputError(
            f"The system cannot watch these paths ({error}); where it is a limit, raise "
            "fs.inotify.max_user_watches, or run pincite index from time to time."
        ) from error


class Within:
    """Whether a change concerns the articles: hidden files and the index itself do not."""

    def __init__(self, index: Path) -> None:
        self._index = os.path.abspath(index)

    def __call__(self, change: Change, path: str) -> bool:
        """What watchfiles asks of each change."""
        inside = os.path.commonpath((self._index, os.path.abspath(path))) == self._index
        return not inside and not os.path.basename(path).startswith(".")
