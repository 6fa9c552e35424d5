"""A server in a process of its own, all it writes in a file: started, waited for and ended."""

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

PATIENCE = 300
"""Seconds until a server is there, on a machine that does much else."""


class Server:
    """What it writes stands in `folder/server.log`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def stop(self) -> None:
        """End it; what it logged stays."""
        self._process.terminate()
        try:
            self._process.wait(15)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    @property
    def log(self) -> str:
        """All it wrote until now."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def _begin(
        self, command: Sequence[str | Path], there: Callable[[], bool], cwd: Path, **more: str
    ) -> None:
        """Start it with `more` in its environment, and wait until it is there."""
        with self._log.open("a") as log:
            self._process = subprocess.Popen(
                list(map(str, command)),
                cwd=cwd,
                env={**os.environ, **more},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        give_up = time.monotonic() + PATIENCE
        while not there():
            if self._process.poll() is not None or time.monotonic() > give_up:
                self.stop()
                raise RuntimeError(self.log or f"The server was not there after {PATIENCE} s.")
            time.sleep(0.1)

    @property
    def _log(self) -> Path:
        return self.folder / "server.log"
