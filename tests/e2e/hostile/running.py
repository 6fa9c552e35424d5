"""`pincite chat` itself in a process of its own, with its log as JSON in a file."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

PINCITE = Path(sys.executable).with_name("pincite")
_ADDRESS = re.compile(r"http://127\.0\.0\.1:([0-9]+)")


class Running:
    """Started at once; all it writes stands in `folder/server.log`."""

    def __init__(
        self, folder: Path, index: Path, *arguments: str | Path, **environment: str
    ) -> None:
        self.folder = folder
        command = [PINCITE, "--log-json", "chat", "--port", "0", "--index", index, *arguments]
        with self._log.open("w") as log:
            self._process = subprocess.Popen(
                list(map(str, command)),
                cwd=folder,
                env={**os.environ, **environment},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        give_up = time.monotonic() + 300
        while not (found := _ADDRESS.search(self.log)):
            if self._process.poll() is not None or time.monotonic() > give_up:
                self.stop()
                raise RuntimeError(self.log or "The chat did not start within five minutes.")
            time.sleep(0.1)
        self.port = int(found[1])
        self.url = found[0]

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

    @property
    def memory(self) -> int:
        """Bytes of memory that it has for itself (Linux)."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return 1024 * int(re.search(r"VmRSS:\s+(\d+)", status)[1])  # type: ignore[index]

    @property
    def _log(self) -> Path:
        return self.folder / "server.log"
