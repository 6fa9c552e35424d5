"""A .txt or .md file: one article, its canonical text the decoded file."""

from collections.abc import Iterator
from pathlib import Path

from index.decode import NotTextError, decode
from index.metadata import describe
from index.read_result import oversized, sha256_of
from index.schema import Article, Skipped

_MOST_MB = 100


def read_plain(path: Path, name: str) -> Iterator[Article | Skipped]:
    """The file as one article, described as far as its text shows.

    Raises:
        OSError: the file cannot be opened.
    """
    reason = oversized(path, _MOST_MB)
    if reason:
        yield Skipped(name, f"{reason}.")
        return
    try:
        text = decode(path.read_bytes())
    except NotTextError as error:
        yield Skipped(name, f"{error}.")
        return
    if not text.strip():
        yield Skipped(name, "it is empty.")
        return
    shown = describe(text)
    yield Article(
        id=name,
        text=text,
        sha256=sha256_of(text),
        title=shown.title,
        source=shown.source,
        url=shown.url,
        published=shown.published,
        author=shown.author,
    )
