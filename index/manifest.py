"""What an index on disk says of itself; replacing this one file replaces the index."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from index.errors import IndexUnfitError
from index.schema import Article

# Raised whenever reading, segmenting or storing changes, so that old indexes are built anew.
FORMAT = 3
_FILE = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """`generation` is the folder that holds the data; `content` hashes all that shaped it."""

    format: int
    generation: str
    content: str
    embedder: str
    weights_sha256: str | None
    passage_tokens: int
    articles: int
    passages: int
    sentences: int


_ADAPTER = TypeAdapter(Manifest)


def content_hash(articles: Iterable[Article], embedder: str, passage_tokens: int) -> str:
    """sha256 over format, settings and every article's id, text and metadata, in order."""
    digest = hashlib.sha256(f"{FORMAT}\n{embedder}\n{passage_tokens}\n".encode())
    for article in articles:
        shown = (article.id, article.sha256, article.title, article.source)
        digest.update(repr((*shown, article.url, article.published)).encode())
    return digest.hexdigest()


def read(folder: Path) -> Manifest:
    """The manifest of the index in `folder`.

    Raises:
        IndexUnfitError: there is none, or it is not one that this version can use.
    """
    path = folder / _FILE
    again = f"build it with: pincite index PATH --index {folder}"
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        raise IndexUnfitError(f"There is no index in {folder}; {again}") from None
    except OSError as error:
        raise IndexUnfitError(f"{path} cannot be read ({error.strerror}); {again}") from error
    try:
        manifest = _ADAPTER.validate_json(text)
    except ValidationError:
        raise IndexUnfitError(f"The manifest {path} is damaged; {again}") from None
    if manifest.format != FORMAT:
        raise IndexUnfitError(
            f"The index in {folder} has format {manifest.format}, this version reads {FORMAT}; "
            f"{again}"
        )
    return manifest


def write(folder: Path, manifest: Manifest) -> None:
    """Make `manifest` the index of `folder`, in one step: readers see the old or the new."""
    made = folder / f".{_FILE}.{os.getpid()}"
    with made.open("wb") as file:
        file.write(_ADAPTER.dump_json(manifest, indent=2) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(made, folder / _FILE)
