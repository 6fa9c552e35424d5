"""Thumbs from the chat, kept in quarantine until a person promotes them into a dataset.

One JSON line a judgement, only ever added to. Nothing here touches the fixed set.
"""

import errno
import hashlib
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from filelock import FileLock, Timeout
from pydantic import Field, TypeAdapter, ValidationError

from eval.errors import JudgementError
from eval.readers.lines import read_lines

QUARANTINE = Path("var/judgements.jsonl")
LONGEST_NOTE = 2000
_PATIENCE = 30.0
_BLOCK = 65_536


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody thought of one citation.

    `citation` is its id, `exact` its words at `start` to `end` of the article with this sha256.
    `at` is an ISO 8601 time in UTC.
    """

    at: str
    question: Annotated[str, Field(min_length=1)]
    history: tuple[str, ...]
    verdict: Literal["up", "down"]
    citation: str
    article_id: str
    sha256: str
    start: int
    end: int
    exact: str
    note: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""

    @property
    def id(self) -> str:
        """Twelve hexadecimal digits over all of it."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:12]


_LINE = TypeAdapter(Judgement)


def keep(judgement: Judgement, path: Path = QUARANTINE) -> None:
    """Add one judgement; lines of several writers do not mix.

    A line that a full disk cut short is taken back, now or before the next one.

    Raises:
        JudgementError: the note is too long, or the file cannot be written.
    """
    if len(judgement.note) > LONGEST_NOTE:
        raise JudgementError(
            f"The note has {len(judgement.note):,} characters, at most {LONGEST_NOTE:,} are kept."
        )
    line = _LINE.dump_json(judgement) + b"\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_name(f".{path.name}.lock"), timeout=_PATIENCE, mode=0o600):
            _append(path, line)
    except (OSError, Timeout) as error:
        said = getattr(error, "strerror", None) or "another process is writing it"
        raise JudgementError(f"The judgement was not kept: {path}: {said}.") from error


def _append(path: Path, line: bytes) -> None:
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b", buffering=0) as file:
        whole, rest = _last_line(file)
        if rest and _is_judgement(rest):  # somebody edited the file and left its last end away
            whole, line = whole + len(rest), b"\n" + line
        file.truncate(whole)
        file.seek(whole)
        try:
            if file.write(line) != len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            os.fsync(file.fileno())
        except BaseException:
            file.truncate(whole)
            raise


def _last_line(file: io.FileIO) -> tuple[int, bytes]:
    """How many bytes the lines have that end, and what stands behind them."""
    start = end = file.seek(0, os.SEEK_END)
    at = -1
    while start and at < 0:
        start = max(0, start - _BLOCK)
        file.seek(start)
        at = file.read(end - start).rfind(b"\n")
    whole = start + at + 1
    file.seek(whole)
    return whole, file.read()


def _is_judgement(line: bytes) -> bool:
    try:
        _LINE.validate_json(line)
    except ValidationError:
        return False
    return True


def quarantined(path: Path = QUARANTINE) -> list[Judgement]:
    """Every judgement in order of time; none where there is no file.

    Raises:
        DatasetError: a line is no judgement.
    """
    return list(_read(path)) if path.is_file() else []


def _read(path: Path) -> Iterator[Judgement]:
    for _, judgement in read_lines(path, _LINE):
        yield judgement
