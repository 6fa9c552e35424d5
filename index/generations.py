"""The folders of an index: one for each state that a reader may still have open."""

import shutil
from pathlib import Path

PREFIX = "g-"
STORE = "articles.sqlite"
WORDS = "words.sqlite"
VECTORS = "vectors.faiss"
LEXICAL = "lexical"


def clear(folder: Path, *keep: str | None) -> None:
    """Remove every generation but those named, and whatever a killed build left.

    The one before the present is kept: a reader may have read the manifest just before it changed
    and not yet opened the files. What a reader has open stays readable without a name.
    """
    for left in folder.glob(".*.new"):
        left.unlink(missing_ok=True)
    for home in folder.glob(f"{PREFIX}*-??????"):
        if home.name not in keep:
            shutil.rmtree(home, ignore_errors=True)
