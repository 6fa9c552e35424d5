"""The page in its own process, over the fake engine."""

import socket
import sys
import urllib.error
import urllib.request
from pathlib import Path

from tests.e2e.server import Server

ROOT = Path(__file__).parents[3]


class Served(Server):
    """Started at once; `stop` and `start` are a restart on the same port with the same files."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "tests.e2e.chat.launch", str(self.port), self.folder]
        self._begin([*command, *arguments], self._answers, ROOT)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(self.url + "/healthz", timeout=2) as response:
                return response.status == 200
        except (OSError, urllib.error.URLError):
            return False


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
