"""What reading a file gives, one after the other: its articles, and what was passed over."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from index.schema import Article, Skipped

#: Reads one file, known to the user under `name`, which is also the id of a one-article file.
#: May be stopped after any article; raises OSError if the file cannot be opened.
Reader = Callable[[Path, str], Iterator[Article | Skipped]]


def sha256_of(text: str) -> str:
    """Hexadecimal sha256 over the UTF-8 of canonical text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def oversized(path: Path, most_mb: int) -> str | None:
    """Why a file is too large to be one article, without the full stop; None if it is not.

    Raises:
        OSError: the file is not there.
    """
    size = path.stat().st_size
    if size <= most_mb * 2**20:
        return None
    return f"it has {size / 2**20:,.0f} MB, more than the {most_mb} MB that one article may have"
