"""Thumbs from the chat, kept in quarantine until a person promotes them into a dataset.

One JSON line a judgement, only ever added to. Nothing here touches the fixed set.
"""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from eval.errors import JudgementError
from eval.readers.lines import read_lines

QUARANTINE = Path("var/judgements.jsonl")
LONGEST_NOTE = 2000


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
        file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(file, line)
        finally:
            os.close(file)
    except OSError as error:
        raise JudgementError(f"The judgement was not kept: {path}: {error.strerror}.") from error


def quarantined(path: Path = QUARANTINE) -> list[Judgement]:
    """Every judgement in order of time; none where there is no file.

    Raises:
        DatasetError: a line is no judgement.
    """
    return list(_read(path)) if path.is_file() else []


def _read(path: Path) -> Iterator[Judgement]:
    for _, judgement in read_lines(path, _LINE):
        yield judgement
