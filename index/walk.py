"""The files under some paths, in an order that does not depend on the file system."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from index.errors import BadInputError
from index.schema import Skipped


class Found(NamedTuple):
    """A file, the name it goes by (its path below the folder given), and whether it was in one."""

    file: Path
    name: str
    inside: bool


def walk(paths: Sequence[Path]) -> Iterator[Found | Skipped]:
    """Files below each folder, sorted folder by folder, hidden ones left out; or the file itself.

    Links to folders are not followed; they and folders that cannot be listed are named.

    Raises:
        BadInputError: a path does not exist; before anything is given.
    """
    for path in paths:
        _expect(path)
    for path in paths:
        if path.is_dir():
            yield from _below(path)
        else:
            yield Found(path, _name(Path(path.name)), inside=False)


def _expect(path: Path) -> None:
    try:
        path.stat()
    except (FileNotFoundError, ValueError):
        raise BadInputError(f"There is no file or folder {path}; check how it is spelt.") from None
    except OSError as error:
        raise BadInputError(f"{path} cannot be read ({error.strerror}).") from error


def _below(top: Path) -> Iterator[Found | Skipped]:
    failed: list[OSError] = []
    for folder, folders, files in os.walk(top, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in files if not name.startswith(".")):
            file = Path(folder) / name
            yield Found(file, _name(file.relative_to(top)), inside=True)
        for link in [name for name in folders if os.path.islink(os.path.join(folder, name))]:
            folders.remove(link)
            named = _name((Path(folder) / link).relative_to(top))
            yield Skipped(named, "it is a link to a folder, which is not followed.")
    for error in failed:
        named = _name(Path(os.path.relpath(error.filename, top)))
        yield Skipped(named, f"the folder cannot be listed ({error.strerror}).")


def _name(relative: Path) -> str:
    """A path with forward slashes; bytes in it that are no UTF-8 become replacement characters."""
    return os.fsencode(relative.as_posix()).decode("utf-8", "replace")
