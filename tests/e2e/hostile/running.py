"""`pincite chat` itself in a process of its own, with its log as JSON in a file."""

import re
import sys
from pathlib import Path

from tests.e2e.server import Server

PINCITE = Path(sys.executable).with_name("pincite")
_ADDRESS = re.compile(r"http://127\.0\.0\.1:([0-9]+)")


class Running(Server):
    """Started at once; the port is the one that it says."""

    def __init__(
        self, folder: Path, index: Path, *arguments: str | Path, **environment: str
    ) -> None:
        super().__init__(folder)
        self.url, self.port = "", 0
        command = [PINCITE, "--log-json", "chat", "--port", "0", "--index", index, *arguments]
        self._begin(command, self._said_where, folder, **environment)

    @property
    def memory(self) -> int:
        """Bytes of memory that it has for itself (Linux)."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return 1024 * int(re.search(r"VmRSS:\s+(\d+)", status)[1])  # type: ignore[index]

    def _said_where(self) -> bool:
        found = _ADDRESS.search(self.log)
        if found:
            self.url, self.port = found[0], int(found[1])
        return found is not None
