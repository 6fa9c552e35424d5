"""`pincite chat` in a process of its own, beside a link to the index that it reads."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from index.errors import BadInputError

STARTS = 120
"""Seconds within which the server has to say where it is."""

_AT = re.compile(r"http://127\.0\.0\.1:[0-9]+")
_STOPS = 30


class Server:
    """Running; `log` is what it logs, one JSON object a line."""

    def __init__(self, process: "subprocess.Popen[str]", url: str, log: Path) -> None:
        self.process, self.url, self.log = process, url, log


@contextmanager
def served(index: Path) -> Iterator[Server]:
    """Serve the index on a free port; conversations are kept in a folder that is removed again.

    Raises:
        BadInputError: the server did not start; carries its last line.
    """
    with TemporaryDirectory() as scratch:
        link, log = Path(scratch, "index"), Path(scratch, "log")
        link.symlink_to(index.resolve(), target_is_directory=True)
        command = [sys.executable, "-m", "ui.cli", "--log-json", "chat", "--port", "0"]
        with (
            log.open("w") as logged,
            subprocess.Popen(
                [*command, "--index", str(link)], stdout=subprocess.PIPE, stderr=logged, text=True
            ) as process,
        ):
            try:
                yield Server(process, _url(process, log), log)
            finally:
                process.terminate()
                try:
                    process.wait(_STOPS)
                except subprocess.TimeoutExpired:
                    process.kill()


def _url(process: "subprocess.Popen[str]", log: Path) -> str:
    give_up = time.monotonic() + STARTS
    for line in process.stdout or ():
        if found := _AT.search(line):
            return found[0]
        if time.monotonic() > give_up:
            break
    last = (log.read_text().strip().splitlines() or ["no message"])[-1]
    raise BadInputError(f"The chat did not start: {last}")
