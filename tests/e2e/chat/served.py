"""The page in its own process, over the fake engine."""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[3]


class Served:
    """Started at once; `stop` and `start` are a restart on the same port with the same files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "tests.e2e.chat.launch", str(self.port), str(self.folder)]
        with self._log.open("a") as log:
            self._process = subprocess.Popen(
                [*command, *arguments], cwd=ROOT, stdout=log, stderr=subprocess.STDOUT
            )
        give_up = time.monotonic() + 300
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > give_up:
                self.stop()
                raise RuntimeError(self.log or "The server did not answer within five minutes.")
            time.sleep(0.1)

    def stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(15)
        except subprocess.TimeoutExpired:
            self._process.kill()

    @property
    def log(self) -> str:
        return self._log.read_text()

    @property
    def _log(self) -> Path:
        return self.folder / "server.log"

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
