"""What the server's process holds and has spent."""

import os
import resource
import sys
import time
from collections.abc import Callable

from ui.chat.heap import heap_bytes

_UNIT = 1 if sys.platform == "darwin" else 1024


def process_gauges() -> dict[str, tuple[str, Callable[[], float]]]:
    """By the names that Prometheus's own clients use, where they have one; made at the start.

    Memory that is held grows while what is given out does not: then nothing is kept that should
    have been let go, but free memory lies scattered between what is used.
    """
    began = time.time()
    return {
        "process_start_time_seconds": ("When the server started.", lambda: began),
        "process_cpu_seconds": ("Seconds of CPU spent.", time.process_time),
        "process_resident_memory_bytes": ("Memory held now.", resident_bytes),
        "pincite_heap_bytes": ("Memory given out by the C library now.", heap_bytes),
        "pincite_python_blocks": ("Pieces of memory that Python uses now.", _blocks),
    }


def _blocks() -> float:
    return float(sys.getallocatedblocks())


def resident_bytes() -> float:
    """Memory that the process holds; where the system does not say, the most that it ever held."""
    try:
        with open("/proc/self/statm") as file:
            return float(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT)
