"""One article out of a file that is not plain text: .html, .pdf, .docx, .eml."""

from collections.abc import Iterator
from pathlib import Path

from index.extraction import Refused
from index.extractor import Extractor
from index.metadata import describe
from index.read_result import Reader, oversized, sha256_of
from index.schema import Article, Skipped

EXTRACTOR = Extractor()


def document_reader(kind: str, most_mb: int, extractor: Extractor = EXTRACTOR) -> Reader:
    """A reader of one kind ("html", "pdf", "docx", "eml") of files up to a size.

    What a file does not state of itself is taken from its text where that plainly shows it.
    """

    def read(path: Path, name: str) -> Iterator[Article | Skipped]:
        reason = oversized(path, most_mb)
        found = Refused(reason) if reason else extractor.extract(path, kind)
        if isinstance(found, Refused):
            yield Skipped(name, f"{found.reason}.")
            return
        shown = describe(found.text)
        yield Article(
            id=name,
            text=found.text,
            sha256=sha256_of(found.text),
            title=found.title or shown.title,
            source=found.source or shown.source,
            url=found.url or shown.url,
            published=found.published or shown.published,
            author=found.author or shown.author,
        )
        for attached in found.attached:
            yield Skipped(
                f"{name}:{attached}", "attachments are not read; save it as a file of its own."
            )

    return read
