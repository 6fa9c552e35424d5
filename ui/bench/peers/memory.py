"""Memory of this process and of those that it started, in megabytes.

`ru_maxrss` will not do: on Linux a process starts with the figure of the one that started it.
"""

import os
import resource
import sys
from pathlib import Path


def held() -> float:
    """Resident now; where /proc is not to be had, the most that was ever resident."""
    return _sum("VmRSS") or _most()


def most() -> float:
    """The most that was resident."""
    return _sum("VmHWM") or _most()


def _sum(field: str) -> float:
    return sum(_kilobytes(pid, field) for pid in _family(os.getpid())) * 1024 / 1e6


def _family(pid: int) -> list[int]:
    children: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        children += [int(child) for child in task.read_text().split()]
    return [pid, *(each for child in children for each in _family(child))]


def _kilobytes(pid: int, field: str) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(field)), 0)


def _most() -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
