"""What a reader takes out of a file that is not plain text: its text and what describes it."""

import re
from dataclasses import dataclass

from index.errors import BadInputError

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NEWLINE = re.compile("\r\n?|\u2028|\u2029")
_SPACES = re.compile("[ \t\xa0]{2,}")


class UnreadableError(BadInputError):
    """The file holds no article that could be taken out; the message completes "... skipped: "."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """`published` is an ISO 8601 date; `attached` names what the file carries and is not read."""

    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    author: str | None = None
    attached: tuple[str, ...] = ()


def clean(text: str) -> str:
    """Text without control characters and half characters, every newline a line feed."""
    return _CONTROL.sub("", _NEWLINE.sub("\n", text))


def one_line(text: str | None) -> str | None:
    """A value for a field: cleaned, on one line, None if nothing is left."""
    return " ".join(clean(text).split()) or None if text else None


def paragraph(text: str) -> str:
    """A paragraph's words with its line breaks and runs of spaces made single spaces."""
    return _SPACES.sub(" ", " ".join(clean(text).split("\n"))).strip()
