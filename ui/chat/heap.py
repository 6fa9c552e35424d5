"""What the C library's allocator is told, and what it says of itself.

Under glibc threads get heaps of their own, up to eight a core, and each keeps what was ever needed
in it at once, while a page of 160 kB is put together in whichever thread is free. So the memory of
a server grows with the people who come and go, though nothing is kept of them.
"""

import ctypes
import os
import sys

HEAPS = 2
"""Which the threads share."""

MAPPED = 128 * 1024
"""Bytes: what is larger is mapped, and unmapped when it is free. That is glibc's own first value,
which it would raise with the first such piece that is freed, up to 32 MB."""

# Of malloc.h: the parameter, its value, and the variable by which whoever starts a server sets it.
_SET = ((-8, HEAPS, "MALLOC_ARENA_MAX"), (-3, MAPPED, "MALLOC_MMAP_THRESHOLD_"))


class _Told(ctypes.Structure):
    """`struct mallinfo2`."""

    _fields_ = [
        *((name, ctypes.c_size_t) for name in ("arena", "ordblks", "smblks", "hblks", "hblkhd")),
        *((name, ctypes.c_size_t) for name in ("usmblks", "fsmblks", "uordblks", "fordblks")),
        ("keepcost", ctypes.c_size_t),
    ]


def few_heaps() -> None:
    """Call it before the first thread starts; where the C library is another it does nothing."""
    mallopt = getattr(_library(), "mallopt", None)
    if mallopt is None:
        return
    for parameter, value, variable in _SET:
        if variable not in os.environ:
            mallopt(parameter, value)


def heap_bytes() -> float:
    """What is given out and not yet given back, Python's small objects apart; 0 if nobody says."""
    mallinfo = getattr(_library(), "mallinfo2", None)
    if mallinfo is None:
        return 0.0
    mallinfo.restype = _Told
    told = mallinfo()
    return float(told.uordblks + told.hblkhd)


def _library() -> ctypes.CDLL | None:
    return ctypes.CDLL(None) if sys.platform == "linux" else None
