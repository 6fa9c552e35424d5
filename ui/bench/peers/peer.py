"""What every system in the comparison can do, ours among them."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Protocol

from pydantic.dataclasses import dataclass

from ui.bench.peers.encoder import Encoder


@dataclass(frozen=True, slots=True)
class Text:
    """An article as every system is given it."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """One passage that was found: its words, and where the system says that they start.

    `start` counts code points of the article's text; None where the system does not say.
    """

    article_id: str
    text: str
    start: int | None = None


class Peer(Protocol):
    """One system over one folder; each method may run in a process of its own.

    `ways` are the ways it can be asked, its default first.
    """

    ways: ClassVar[tuple[str, ...]]

    def __init__(self, folder: Path, encoder: Encoder) -> None: ...

    def index(self, articles: Sequence[Text]) -> None:
        """Make an index of the articles and save it in the folder."""

    def change(self, changed: Sequence[Text]) -> None:
        """Put these in the place of the articles of the same id, and save; the index is open."""

    def open(self) -> None:
        """Open the index that was saved in the folder."""

    def search(self, way: str, question: str, k: int) -> list[Found]:
        """At most `k` passages, best first."""
