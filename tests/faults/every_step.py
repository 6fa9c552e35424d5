"""A write path tried with every one of its steps broken, and all that was found wrong."""

import errno
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from index.errors import PinciteError
from tests.faults.held import Ended, Fate, failing_from, killed_at, run_free, run_held
from tests.faults.scenario import Scenario

SAID_WHY = 2
_LEAVE = (
    "open openat creat mkdir mkdirat link linkat symlink symlinkat rename renameat renameat2"
    " unlink unlinkat rmdir"
)
NEEDING_LEAVE = frozenset(_LEAVE.split())
"""Calls that a folder's permissions refuse."""

_ROOM = "write pwrite64 writev pwritev pwritev2 sendfile copy_file_range fallocate fsync fdatasync"
TAKING_ROOM = NEEDING_LEAVE - {"unlink", "unlinkat", "rmdir"} | frozenset(_ROOM.split())
"""Calls that a full disk refuses; those that remove something still work."""


@dataclass(slots=True)
class Tried:
    """How many steps a path has, how many were broken, what was there then, what was wrong."""

    steps: int = 0
    tried: int = 0
    left: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


class EveryStep:
    """One write path in a folder of its own."""

    def __init__(self, scenario: Scenario, root: Path, most: int | None) -> None:
        """`most`: so many steps, spread evenly; each one where it is None."""
        self._scenario = scenario
        self._root = root
        self._saved = root.with_name(f"{root.name}-before")
        self._most = most
        root.mkdir(parents=True)
        self._demand(partial(scenario.before, root))
        # The modification times are kept, so that what is restored is what was indexed.
        shutil.copytree(root, self._saved, symlinks=True)
        self._old = self._demand(partial(scenario.state, root))
        ended = self._held(lambda n, call: 0)
        assert ended.status == 0, ended
        self._steps = ended.steps
        self._new = self._demand(partial(scenario.state, root))
        assert self._old != self._new

    def killed(self) -> Tried:
        """Killed before each step: the old or the new state, and the next run gives the new one."""
        tried = Tried(len(self._steps))
        for step in self._chosen():
            ended = self._broken(tried, killed_at(step))
            if ended.status not in (0, -9):  # 0: it had fewer steps this time
                tried.wrong.append(f"step {step}: it ended with {ended.status}")
            self._look(tried, step, ended)
        return tried

    def full(self) -> Tried:
        """The disk full from each step on: a sentence and the old state, or the new one."""
        return self._failing(errno.ENOSPC, TAKING_ROOM)

    def denied(self) -> Tried:
        """Nothing may be made, renamed or opened to be written from each step on."""
        return self._failing(errno.EACCES, NEEDING_LEAVE)

    def _failing(self, error: int, calls: frozenset[str]) -> Tried:
        tried = Tried(len(self._steps))
        for step in self._chosen():
            ended = self._broken(tried, failing_from(step, error, calls))
            if ended.status not in (0, SAID_WHY):
                tried.wrong.append(f"step {step}: ended with {ended.status} and no sentence")
            self._look(tried, step, ended)
        return tried

    def _broken(self, tried: Tried, fate: Fate) -> Ended:
        shutil.rmtree(self._root)
        shutil.copytree(self._saved, self._root, symlinks=True)
        tried.tried += 1
        return self._held(fate)

    def _look(self, tried: Tried, step: int, ended: Ended) -> None:
        where = f"step {step} ({self._steps[step - 1]}, ended with {ended.status})"
        before = len(tried.wrong)
        code, state = run_free(partial(self._scenario.state, self._root))
        names = {self._old: "old", self._new: "new"}
        kind = names.get(state, "neither") if code == 0 else "unreadable"
        tried.left[kind] = tried.left.get(kind, 0) + 1
        if kind not in names.values():
            tried.wrong.append(f"{where}: {kind}: {state}")
        elif kind == "old" and ended.status == 0:
            tried.wrong.append(f"{where}: old although all went well")
        code, state = run_free(partial(self._again, self._root))
        if code or state != self._new:
            tried.wrong.append(f"{where}: the next run: {state}")
        for wrong in tried.wrong[before:]:
            print(wrong, file=sys.stderr, flush=True)

    def _again(self, root: Path) -> str:
        self._scenario.work(root)
        return self._scenario.state(root)

    def _held(self, fate: Fate) -> Ended:
        return run_held(partial(_said, partial(self._scenario.work, self._root)), fate)

    def _chosen(self) -> Sequence[int]:
        """Steps from 1, the first and the last among them."""
        last = len(self._steps)
        if self._most is None or last <= self._most:
            return range(1, last + 1)
        return [1 + at * (last - 1) // (self._most - 1) for at in range(self._most)]

    def _demand(self, work: Callable[[], object]) -> str:
        code, said = run_free(lambda: str(work()))
        if code:
            raise RuntimeError(said)
        return said


def _said(work: Callable[[], None]) -> int:
    """Exit code 2 where the work ended with one sentence for a person."""
    try:
        work()
    except PinciteError:
        return SAID_WHY
    return 0
