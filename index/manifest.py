"""What an index on disk says of itself; replacing this one file replaces the index."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from index.errors import IndexUnfitError
from index.replaced import replace_file

# Raised whenever reading, segmenting or storing changes, so that old indexes are built anew.
FORMAT = 5
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


def path(folder: Path) -> Path:
    """The file that is replaced whenever the index is."""
    return folder / _FILE


def read(folder: Path) -> Manifest:
    """The manifest of the index in `folder`.

    Raises:
        IndexUnfitError: there is none, or it is not one that this version can use.
    """
    file = path(folder)
    again = f"build it with: pincite index PATH --index {folder}"
    try:
        text = file.read_bytes()
    except FileNotFoundError:
        raise IndexUnfitError(f"There is no index in {folder}; {again}") from None
    except OSError as error:
        raise IndexUnfitError(f"{file} cannot be read ({error.strerror}); {again}") from error
    try:
        manifest = _ADAPTER.validate_json(text)
    except ValidationError:
        raise IndexUnfitError(f"The manifest {file} is damaged; {again}") from None
    if manifest.format != FORMAT:
        raise IndexUnfitError(
            f"The index in {folder} has format {manifest.format}, this version reads {FORMAT}; "
            f"{again}"
        )
    return manifest


def write(folder: Path, manifest: Manifest) -> None:
    """Make `manifest` the index of `folder`, in one step: readers see the old or the new."""
    replace_file(path(folder), _ADAPTER.dump_json(manifest, indent=2) + b"\n")
