"""How many heaps 16 threads make, and whether a megabyte is mapped: `heaps.py FILE [few]`.

FILE is where the C library writes what it says of itself.
"""

import ctypes
import re
import sys
from pathlib import Path
from threading import Barrier, Thread

from ui.chat.heap import few_heaps

LIBRARY = ctypes.CDLL(None)
LIBRARY.malloc.restype = LIBRARY.fopen.restype = ctypes.c_void_p
LIBRARY.free.argtypes = LIBRARY.fclose.argtypes = [ctypes.c_void_p]
LIBRARY.malloc_info.argtypes = [ctypes.c_int, ctypes.c_void_p]


def hold(together: Barrier) -> None:
    """A piece, while all others hold one."""
    held = LIBRARY.malloc(1_000)
    together.wait()
    LIBRARY.free(held)


def said(path: Path) -> str:
    """The C library's own words."""
    file = LIBRARY.fopen(bytes(path), b"w")
    LIBRARY.malloc_info(0, file)
    LIBRARY.fclose(file)
    return path.read_text()


if __name__ == "__main__":
    if "few" in sys.argv:
        few_heaps()
    all_hold = Barrier(16)
    threads = [Thread(target=hold, args=(all_hold,)) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    LIBRARY.free(LIBRARY.malloc(4_000_000))  # after which glibc would map no piece below that
    LIBRARY.malloc(1_000_000)
    told = said(Path(sys.argv[1]))
    mapped = re.findall(r'<total type="mmap" count="\d+" size="(\d+)"', told)
    print(told.count("<heap nr"), int(mapped[-1]) >= 1_000_000)
