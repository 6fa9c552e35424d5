"""Progress of long work, on standard error and only where somebody looks."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from ui.printable import printable
from ui.terminal import err


class Told(Protocol):
    """Hears a stage, how much of it is done, and how much there is (0: not known)."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show it."""


def said(line: str) -> None:
    """One line for whoever waits, such as what is being downloaded."""
    err().print(printable(line))


@contextmanager
def progress_shown() -> Iterator[Told]:
    """A bar for the stage that is under way; the finished ones disappear."""
    console = err()
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    shown = Progress(
        *columns,
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with shown:
        stages: list[tuple[str, TaskID]] = []

        def told(stage: str, done: int, total: int) -> None:
            if not stages or stages[-1][0] != stage:
                if stages:
                    shown.remove_task(stages[-1][1])
                stages.append((stage, shown.add_task(printable(stage), total=total or None)))
            shown.update(stages[-1][1], completed=done)

        yield told
