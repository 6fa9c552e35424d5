"""One line that says where words come from: source, date, title."""

from typing import Protocol

from ui.chat.dates import long_date
from ui.chat.escape import attribute
from ui.chat.words import Words

NAME_LENGTH = 160


class Provenance(Protocol):
    """Whatever names an article: a citation, a passage that came near, a copy."""

    @property
    def article_id(self) -> str:
        """The article."""

    @property
    def title(self) -> str | None:
        """As the article shows it."""

    @property
    def source(self) -> str | None:
        """As the article shows it."""

    @property
    def author(self) -> str | None:
        """As the article states it."""

    @property
    def published(self) -> str | None:
        """ISO 8601."""


def source_line(words: Words, of: Provenance) -> str:
    """HTML: source, author, date, title; what the article does not show is said or left out."""
    parts = [f'<bdi class="source">{_short(of.source or of.title or of.article_id)}</bdi>']
    if of.author and of.author != of.source:
        parts.append(f'<bdi class="author">{_short(of.author)}</bdi>')
    parts.append(date_html(words, of.published))
    if of.source and of.title:
        parts.append(f'<bdi class="title">{_short(of.title)}</bdi>')
    return '<span class="dot" aria-hidden="true"> · </span>'.join(parts)


def date_html(words: Words, published: str | None) -> str:
    """The date as people write it, or that the article shows none."""
    if not published:
        return f'<span class="undated">{attribute(words("no_date"))}</span>'
    shown = attribute(long_date(published, words.language))
    return f'<time datetime="{attribute(published)}">{shown}</time>'


def named(of: Provenance) -> str:
    """The shortest plain name of where words come from, for labels that are read aloud."""
    return (of.source or of.title or of.article_id)[:NAME_LENGTH]


def _short(text: str) -> str:
    return attribute(text if len(text) <= NAME_LENGTH else text[: NAME_LENGTH - 1] + "…")
