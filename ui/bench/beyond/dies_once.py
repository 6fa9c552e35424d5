"""An embedder whose process is killed once, to see that nothing is lost by it."""

import os
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.embedder import Embedder, Vectors

Opener = Callable[[], Embedder]


@dataclass(frozen=True, slots=True)
class DiesOnce:
    """Opens an embedder; the first process that is to embed a second time kills itself.

    `mark` is a file that says that one has.
    """

    opener: Opener
    mark: Path

    def __call__(self) -> Embedder:
        """An embedder in the process that calls."""
        return _Mortal(self.opener(), self.mark)


class _Mortal:
    def __init__(self, embedder: Embedder, mark: Path) -> None:
        self.name = embedder.name
        self._embedder = embedder
        self._mark = mark
        self._calls = 0

    def encode_passages(self, texts: Sequence[str], tell: Callable[[int], None]) -> Vectors:
        self._calls += 1
        if self._calls == 2 and not self._mark.exists():
            self._mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return self._embedder.encode_passages(texts, tell)

    def encode_question(self, text: str) -> Vectors:
        return self._embedder.encode_question(text)
