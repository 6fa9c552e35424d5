"""What reading one file gives: its articles, and what in it was passed over."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index.schema import Article, Skipped


@dataclass(frozen=True, slots=True)
class Read:
    """Articles in the order of the file, and the parts of it that were not read."""

    articles: tuple[Article, ...] = ()
    skipped: tuple[Skipped, ...] = ()


#: Reads one file, known to the user under `name`, which is also the id of a one-article file.
Reader = Callable[[Path, str], Read]


def sha256_of(text: str) -> str:
    """Hexadecimal sha256 over the UTF-8 of canonical text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
