"""What is asked of the C library, seen in a process of its own; only glibc can be asked."""

import ctypes
import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from ui.chat.heap import HEAPS, heap_bytes

pytestmark = pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library")


def heaps(folder: Path, *how: str, **environment: str) -> tuple[int, bool]:
    command = [sys.executable, "-m", "tests.unit.ui.chat.heaps", str(folder / "told"), *how]
    plain = {name: value for name, value in os.environ.items() if not name.startswith("MALLOC_")}
    done = subprocess.run(
        command, env=plain | environment, capture_output=True, text=True, check=True
    )
    count, mapped = done.stdout.split()
    return int(count), mapped == "True"


def test_threads_share_a_few_heaps_and_what_is_large_is_given_back(tmp_path: Path) -> None:
    assert heaps(tmp_path, "few") == (HEAPS, True)
    assert heaps(tmp_path)[0] > HEAPS  # or there was nothing to mend
    assert not heaps(tmp_path)[1]


def test_whoever_starts_the_server_has_the_last_word(tmp_path: Path) -> None:
    assert heaps(tmp_path, "few", MALLOC_ARENA_MAX="5") == (5, True)


def test_what_is_given_out_is_told() -> None:
    library = ctypes.CDLL(None)
    library.malloc.restype, library.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
    before = heap_bytes()
    held = library.malloc(50_000_000)
    assert heap_bytes() - before >= 50_000_000
    library.free(held)
    assert heap_bytes() - before < 10_000_000
