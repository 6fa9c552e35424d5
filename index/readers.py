"""Folders and files to articles: every file is read or named with the reason why not."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.errors import BadInputError
from index.read_jsonl import read_jsonl
from index.read_plain import read_plain
from index.read_result import Read, Reader
from index.schema import Article, Skipped
from index.unique_ids import UniqueIds

READERS: dict[str, Reader] = {".txt": read_plain, ".md": read_plain, ".jsonl": read_jsonl}
_NOT_YET = {".html", ".htm", ".pdf", ".docx", ".eml"}
_QUESTIONS = {"questions.jsonl", "queries.jsonl"}


def read_articles(paths: Sequence[Path]) -> tuple[list[Article], list[Skipped]]:
    """Every article under the paths, in order, and everything that was passed over.

    A folder is walked recursively in sorted order, hidden files aside; a file is read whatever it
    is called. An article's id is its path below the folder given, or the id that its line states.
    Of two articles with one id the later keeps its text under another id, unless they are equal.

    Raises:
        BadInputError: a path does not exist.
    """
    ids = UniqueIds()
    skipped: list[Skipped] = []
    for path in paths:
        if not path.exists():
            raise BadInputError(f"There is no file or folder {path}; check how it is spelt.")
        for file, name in _files(path):
            read = _read(file, name, inside=path.is_dir())
            skipped += read.skipped
            for article in read.articles:
                skipped += ids.add(article, file)
    return ids.articles, skipped


def _files(path: Path) -> Iterator[tuple[Path, str]]:
    """Files in sorted order of their names, folder by folder, with the name each goes by."""
    if not path.is_dir():
        yield path, path.name
        return
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in sorted(name for name in files if not name.startswith(".")):
            found = Path(folder) / file
            yield found, found.relative_to(path).as_posix()


def _read(file: Path, name: str, inside: bool) -> Read:
    reason = _unfit(file, inside)
    if reason:
        return Read(skipped=(Skipped(name, reason),))
    try:
        return READERS[file.suffix.lower()](file, name)
    except OSError as error:
        return Read(skipped=(Skipped(name, f"it cannot be opened ({error.strerror})."),))


def _unfit(file: Path, inside: bool) -> str | None:
    """Why the file is not even opened; files met inside a folder may also not be meant."""
    if inside and file.stem.lower() == "readme":
        return "a README describes the folder and is no article."
    if inside and file.name.lower() in _QUESTIONS:
        return "it holds questions, not articles."
    if not file.is_file():
        return "it is not a regular file."
    suffix = file.suffix.lower()
    if suffix in READERS:
        return None
    if suffix in _NOT_YET:
        return f"{suffix} is not read yet; save it as .txt or .md."
    return f"{suffix or 'a file without an extension'} is not read; save it as .txt, .md or .jsonl."
