"""Errors of evaluation; all are bad input, which ends a command with exit code 2."""

from pathlib import Path

from index.errors import BadInputError

_MOST = 600
"""Characters of a reason: it may quote a name or a text, which may be of any length."""


class DatasetError(BadInputError):
    """A dataset, run or reply file holds something that cannot be scored."""

    def __init__(self, path: Path, line: int | None, reason: str) -> None:
        """Name the file, the line (from 1; None for the whole file) and what is wrong with it."""
        where = f"{path}, line {line}" if line is not None else str(path)
        shown = reason if len(reason) <= _MOST else f"{reason[:_MOST]}…"
        super().__init__(f"{where}: {shown}")


class GateError(BadInputError):
    """The gate cannot be run as its file stands."""


class SweepError(BadInputError):
    """A sweep cannot be run as its file stands."""


class JudgementError(BadInputError):
    """A judgement from the chat cannot be kept or promoted."""
