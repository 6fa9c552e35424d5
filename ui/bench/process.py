"""A process of its own: how long it takes from nothing, and how much memory it held at most."""

import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import NamedTuple

from index.errors import BadInputError

_PEAK = (
    "import resource,subprocess,sys;"
    "done=subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.PIPE);"
    "sys.stderr.buffer.write(done.stderr);"
    "used=resource.getrusage(resource.RUSAGE_CHILDREN);"
    "print(used.ru_maxrss,used.ru_utime+used.ru_stime);"
    "sys.exit(done.returncode)"
)
_UNIT = 1 if sys.platform == "darwin" else 1024


class Ran(NamedTuple):
    """Wall seconds from start to end, the largest resident memory, and CPU seconds."""

    seconds: float
    megabytes: float
    cpu: float


def ran(arguments: Sequence[str]) -> Ran:
    """Run `python ARGUMENTS` to its end.

    Raises:
        BadInputError: it failed; carries its last line.
    """
    command = [sys.executable, "-c", _PEAK, sys.executable, *arguments]
    began = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - began
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise BadInputError(f"The measured process failed: {last}")
    peak, cpu = done.stdout.split()
    return Ran(round(seconds, 3), round(int(peak) * _UNIT / 1e6, 1), round(float(cpu), 3))


def own_megabytes() -> float:
    """The largest resident memory that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT / 1e6
