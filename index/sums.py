"""Sizes and sha256 of the files of a generation, noted when it is whole, which it stays.

No file of a generation changes once its manifest is written, but for those of a store elsewhere
(`index.publish`), so whatever differs later is damage.
"""

import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from index.replaced import replace_file

FILE = "sums.json"
# What publishing writes later, and the lock that tantivy leaves behind.
_OTHERS = (FILE, "terms.sqlite", "terms.new")


@dataclass(frozen=True, slots=True)
class Sum:
    """Bytes and sha256 of a file."""

    size: int
    sha256: str


_SUMS = TypeAdapter(dict[str, Sum])


def write(home: Path, before: Path | None) -> None:
    """Note every file of the folder, and see that each is on the disk.

    A file shared with the generation `before` keeps the sum that it has there.
    """
    known = _known(before)
    sums = {}
    for name, file in _files(home):
        shared = before is not None and name in known and _is_same(before / name, file)
        sums[name] = known[name] if shared else _sum(file)
    replace_file(home / FILE, _SUMS.dump_json(sums, indent=1))
    for folder in (home / "lexical", home, home.parent):
        _to_disk(folder)


def read(home: Path) -> Mapping[str, Sum] | None:
    """What was noted; None in a generation of a version that noted nothing.

    Raises:
        ValueError: the notes are damaged.
    """
    try:
        return _SUMS.validate_json((home / FILE).read_bytes())
    except FileNotFoundError:
        return None
    except ValidationError as error:
        raise ValueError(f"{FILE} is damaged") from error


def are_true(home: Path) -> bool:
    """Whether every file is as it was written, as far as that was noted."""
    try:
        return next(changed(home, read(home) or {}), None) is None
    except ValueError:
        return False


def misfits(home: Path, sums: Mapping[str, Sum]) -> Iterator[str]:
    """Files that are gone or have another size, which costs no reading."""
    for name, noted in sums.items():
        try:
            size = (home / name).stat().st_size
        except OSError:
            yield f"{name} is gone"
            continue
        if size != noted.size:
            yield f"{name} has {size:,} bytes where {noted.size:,} were written"


def changed(home: Path, sums: Mapping[str, Sum]) -> Iterator[str]:
    """Files whose bytes differ from those that were written, after reading every byte."""
    yield from misfits(home, sums)
    for name, noted in sums.items():
        try:
            differs = _sum(home / name, sync=False)
        except FileNotFoundError:
            continue
        except OSError as error:
            yield f"{name} cannot be read ({error.strerror})"
            continue
        if differs.size == noted.size and differs.sha256 != noted.sha256:
            yield f"{name} has other bytes than were written"


def _known(home: Path | None) -> Mapping[str, Sum]:
    with suppress(ValueError):
        return (read(home) if home else None) or {}
    return {}


def _is_same(one: Path, other: Path) -> bool:
    return one.exists() and one.samefile(other)


def _files(home: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(home.rglob("*")):
        name = file.relative_to(home).as_posix()
        if file.is_file() and name not in _OTHERS and file.suffix != ".lock":
            yield name, file


def _sum(path: Path, sync: bool = True) -> Sum:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        if sync:
            os.fsync(file.fileno())
        return Sum(os.fstat(file.fileno()).st_size, digest)


def _to_disk(folder: Path) -> None:
    """The names in a folder, where the system can be asked for it."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
