"""A write path broken at every step: what was there, what is written, what a reader sees."""

from pathlib import Path
from typing import Protocol


class Scenario(Protocol):
    """Each method runs in a process of its own; `root` holds all that is written."""

    def before(self, root: Path) -> None:
        """Make the state before."""

    def work(self, root: Path) -> None:
        """What is killed or fails; done again it ends well."""

    def state(self, root: Path) -> str:
        """All that a reader sees, checked for being whole; raises where it is not."""
