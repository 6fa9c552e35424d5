"""A file replaced in one step: whoever reads it, and whatever ends the process, it is whole."""

import os
from pathlib import Path


def draft_of(path: Path) -> Path:
    """What the next state of a file is called until it is whole; every process has its own."""
    return path.with_name(f".{path.name}.{os.getpid()}.new")


def replace_file(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Make `data` the file at `path`; OSError leaves it as it was, and no draft.

    It is on the disk before it has the name, so that a power cut shows no half of it either.
    """
    draft = draft_of(path)
    try:
        file = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
        with os.fdopen(file, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
