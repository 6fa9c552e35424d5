"""Files that a command writes: tried before any work is done, replaced in one step."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from index.errors import BadInputError


def refuse_overwriting(read: Path, *written: Path | None) -> None:
    """Files that are read are never written, and no two results go to one place.

    Raises:
        BadInputError: two of the paths are the same file.
    """
    seen = {os.path.realpath(read)}
    for path in written:
        if path is not None:
            place = os.path.realpath(path)
            if place in seen:
                raise BadInputError(f"{path} is named twice; write to another place.")
            seen.add(place)


@contextmanager
def replaced(path: Path) -> Iterator[TextIO]:
    """A file that takes the place of `path` when the block ends well, and leaves no trace if not.

    Raises:
        BadInputError: it cannot be written there, or the disk does not take all of it.
    """
    draft = path.parent / f".{path.name}.{os.getpid()}.part"
    with writable(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise IsADirectoryError(None, "it is a folder")
        file = draft.open("w", encoding="utf-8")
    try:
        with writable(path):
            with file:
                yield file
            os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def appended(path: Path) -> Iterator[TextIO]:
    """The file, opened to write line after line behind what it holds.

    Raises:
        BadInputError: it cannot be written there, or the disk does not take all of it.
    """
    with writable(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", buffering=1) as file:
            yield file


@contextmanager
def writable(path: Path) -> Iterator[None]:
    """Turns what the system says into one sentence."""
    try:
        yield
    except OSError as error:
        raise BadInputError(
            f"{path} cannot be written: {error.strerror}; choose another place."
        ) from error
