"""Articles out of web pages, PDFs, Word documents and e-mails, in a process beside this one.

Their readers are large programs fed with files from anywhere. One that hangs or crashes costs one
file and a new process; their libraries and memory never enter this process.
"""

import atexit
import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Event, Lock, Timer

from pydantic import TypeAdapter

from index.extracted import Extracted
from index.extraction import Refused

SECONDS = 60.0
"""A file that takes longer is given up."""

_REPLY: TypeAdapter[Extracted | Refused] = TypeAdapter(Extracted | Refused)


class Extractor:
    """One process for all files, started with the first, started again after one that broke it."""

    def __init__(self, seconds: float = SECONDS, program: str = "index.extraction") -> None:
        self._seconds = seconds
        self._program = program
        self._lock = Lock()
        self._process: subprocess.Popen[str] | None = None
        atexit.register(self.close)

    def extract(self, path: Path, kind: str) -> Extracted | Refused:
        """The article of a file read as "html", "pdf", "docx" or "eml"; one at a time."""
        with self._lock:
            if self._process:
                # It may have ended because it was idle: then the file is not to blame.
                outcome = self._asked(self._process, path, kind)
                if outcome is not None:
                    return outcome
            self._process = _started(self._program)
            outcome = self._asked(self._process, path, kind)
            return outcome or Refused("its reader broke down over it; the file is damaged")

    def close(self) -> None:
        """End the process; the next file starts another."""
        with self._lock:
            if self._process:
                self._process.kill()
                self._process.communicate()
                self._process = None

    def _asked(
        self, process: "subprocess.Popen[str]", path: Path, kind: str
    ) -> Extracted | Refused | None:
        """The reply, or None if the process ended without one."""
        gave_up = Event()

        def give_up() -> None:
            gave_up.set()
            process.kill()

        late = Timer(self._seconds, give_up)
        late.start()
        reply = _exchanged(process, json.dumps([str(path.absolute()), kind]))
        late.cancel()
        if reply.endswith("\n"):
            return _REPLY.validate_json(reply)
        process.kill()
        process.communicate()
        self._process = None
        if gave_up.is_set():
            return Refused(f"reading it takes longer than {self._seconds:g} seconds")
        return None


def _started(program: str) -> "subprocess.Popen[str]":
    # The folder it is started from must not hide modules of that name, as it would with -m alone.
    home = str(Path(__file__).resolve().parents[1])
    paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.Popen(
        [sys.executable, "-P", "-m", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="ascii",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
    )


def _exchanged(process: "subprocess.Popen[str]", request: str) -> str:
    if process.stdin is None or process.stdout is None:
        return ""
    try:
        process.stdin.write(request + "\n")
        process.stdin.flush()
    except OSError:
        return ""
    return process.stdout.readline()
