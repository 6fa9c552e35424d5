"""Folders and files to articles: every file is read or named with the reason why not."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.described import described
from index.read_document import document_reader
from index.read_jsonl import read_jsonl
from index.read_plain import read_plain
from index.read_result import Reader
from index.schema import Article, Skipped
from index.unique_ids import UniqueIds
from index.walk import Found, walk

#: All that is read, by extension; megabytes that a file may have, a .jsonl aside.
READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".md": read_plain,
    ".html": document_reader("html", 20),
    ".htm": document_reader("html", 20),
    ".pdf": document_reader("pdf", 200),
    ".docx": document_reader("docx", 100),
    ".eml": document_reader("eml", 50),
    ".jsonl": read_jsonl,
}
_README = re.compile(r"readme(?![a-z])", re.IGNORECASE)
_QUESTIONS = {"questions.jsonl", "queries.jsonl"}


def read_articles(paths: Sequence[Path]) -> tuple[list[Article], list[Skipped]]:
    """All that `stream_articles` gives, as two lists.

    Raises:
        BadInputError: a path does not exist.
    """
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for each in stream_articles(paths):
        if isinstance(each, Article):
            articles.append(each)
        else:
            skipped.append(each)
    return articles, skipped


def stream_articles(paths: Sequence[Path]) -> Iterator[Article | Skipped]:
    """Every article under the paths, in order, and everything that was passed over, one at a time.

    A folder is walked recursively in sorted order, hidden files aside; a file named itself is read
    whatever it is called. An article's id is its path below the folder given, or the id that its
    line states. Of two articles with one id the later goes by another, unless they are equal.

    Raises:
        BadInputError: a path does not exist.
    """
    ids = UniqueIds()
    for found in walk(paths):
        if isinstance(found, Skipped):
            yield found
            continue
        for each in read_file(found):
            yield ids.settle(each, found) if isinstance(each, Article) else each


def read_file(found: Found) -> Iterator[Article | Skipped]:
    """The articles of one file, one at a time, each under the id that it states; never raises."""
    reason = _unmeant(found.file) if found.inside else None
    try:
        reason = reason or _unfit(found.file)
        if reason:
            yield Skipped(found.name, reason)
        else:
            read = READERS[found.file.suffix.lower()](found.file, found.name)
            yield from map(described, read)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else str(error)
        yield Skipped(found.name, f"it cannot be opened ({why}).")


def _unmeant(file: Path) -> str | None:
    """Why a file met inside a folder is not meant to be an article."""
    if _README.match(file.name):
        return "a README describes the folder and is no article."
    if file.name.lower() in _QUESTIONS:
        return "it holds questions, not articles."
    return None


def _unfit(file: Path) -> str | None:
    """Why the file is not even opened."""
    suffix = file.suffix.lower()
    if suffix not in READERS:
        kind = f"{suffix} is not" if suffix else "a file without an extension is not"
        return f"{kind} read; these are: {', '.join(READERS)}."
    if not file.is_file():
        return "there is no regular file at this place."
    return None if file.stat().st_size else "it is empty."
