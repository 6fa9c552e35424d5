"""The files under a path, in an order that does not depend on the file system."""

import os
from pathlib import Path
from typing import NamedTuple

from index.schema import Skipped


class Found(NamedTuple):
    """A file, the name it goes by (its path below the folder given), and whether it was in one."""

    file: Path
    name: str
    inside: bool


def walk(path: Path) -> tuple[list[Found], list[Skipped]]:
    """Files below a folder, sorted folder by folder, hidden ones left out; or the one file itself.

    Links to folders are not followed. A folder that cannot be listed is named.
    """
    if not path.is_dir():
        return [Found(path, _name(Path(path.name)), inside=False)], []
    failed: list[OSError] = []
    found: list[Found] = []
    for folder, folders, files in os.walk(path, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in files if not name.startswith(".")):
            file = Path(folder) / name
            found.append(Found(file, _name(file.relative_to(path)), inside=True))
    skipped = [Skipped(str(error.filename), "the folder cannot be listed.") for error in failed]
    return found, skipped


def _name(relative: Path) -> str:
    """A path with forward slashes; bytes in it that are no UTF-8 become replacement characters."""
    return os.fsencode(relative.as_posix()).decode("utf-8", "replace")
