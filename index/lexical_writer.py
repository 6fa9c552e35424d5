"""Passages added to and taken from a tantivy folder, which then holds them in one commit."""

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import tantivy

from index.lexical import ANALYZER, analyzer, schema

_HEAP = 64_000_000


class LexicalWriter:
    """Nothing is there for readers before `close`."""

    def __init__(self, folder: Path) -> None:
        """Open a folder, made if there is none; OSError where it cannot be written."""
        folder.mkdir(parents=True, exist_ok=True)
        self._schema = schema()
        with _as_os_error():
            index = tantivy.Index(self._schema, path=str(folder))
            index.register_tokenizer(ANALYZER, analyzer())
            self._writer = index.writer(_HEAP, num_threads=1)

    def add(self, row: int, title: str, text: str) -> None:
        """Add a passage."""
        document = {"row": row, "title": title, "body": text}
        with _as_os_error():
            self._writer.add_document(tantivy.Document.from_dict(document, self._schema))

    def remove(self, rows: Sequence[int]) -> None:
        """Take passages away that were there before."""
        if rows:
            # A term of an integer given from Python has another type than the field (0.27).
            query = tantivy.Query.term_set_query(self._schema, "row", list(rows))
            with _as_os_error():
                self._writer.delete_documents_by_query(query)

    def close(self) -> None:
        """Commit, and wait until small segments are merged; OSError if it cannot be written."""
        with _as_os_error():
            self._writer.commit()
            self._writer.wait_merging_threads()


@contextmanager
def _as_os_error() -> Iterator[None]:
    """What tantivy says of the disk, it says as a ValueError with a page of Rust."""
    try:
        yield
    except ValueError as error:
        said = str(error)
        kind = re.search(r'code: \d+, kind: \w+, message: "([^"]*)"', said)
        raise OSError(None, kind[1] if kind else said.splitlines()[0]) from error


def link(old: Path, new: Path) -> None:
    """The folder again under another name, sharing the files that tantivy never changes.

    Only its two JSON files are replaced when something changes, so they are copied; where the file
    system has no links everything is.
    """
    new.mkdir()
    for file in old.iterdir():
        if file.suffix == ".lock":
            continue
        if file.suffix == ".json":
            shutil.copyfile(file, new / file.name)
        else:
            link_file(file, new / file.name)


def link_file(old: Path, new: Path) -> None:
    """One file under a second name, or copied where the file system has no links."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copyfile(old, new)
