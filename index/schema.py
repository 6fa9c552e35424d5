"""What an index holds: articles, their passages and sentences, all by offset into canonical text.

Offsets are half-open and count code points of the article's canonical text. They travel with
everything from here on; nothing is ever searched for twice.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """`text[start:end]` of an article, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    r"""One article as it was read.

    `text` is canonical and never changed: for .txt and .md the decoded file with newlines made
    "\n", for other formats the extracted text. What the article does not show is None, never
    guessed. `published` is an ISO 8601 date (YYYY-MM-DD, or YYYY-MM where no day is shown);
    `author` names one person or several.
    """

    id: str
    text: str
    sha256: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or line that was not read, and why, in one sentence."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Some whole sentences of one article that stand together: the unit of retrieval.

    `text == article.text[start:end]`; `sentences` are absolute spans inside it, in order, free of
    boilerplate.
    """

    article_id: str
    start: int
    end: int
    text: str
    sentences: tuple[Span, ...]

    @property
    def id(self) -> str:
        """`article:start-end`; ties in every ranking are broken by it."""
        return f"{self.article_id}:{self.start}-{self.end}"
