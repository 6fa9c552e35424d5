"""Where a quote stands, on one line that a person can follow."""

from typing import Protocol

from ui.printable import printable


class Placed(Protocol):
    """What a citation, its copy, a near passage and a looked-up place have in common."""

    @property
    def article_id(self) -> str:
        """Which article."""

    @property
    def title(self) -> str | None:
        """As the article shows it."""

    @property
    def source(self) -> str | None:
        """As the article shows it."""

    @property
    def published(self) -> str | None:
        """ISO date as the article shows it."""

    @property
    def author(self) -> str | None:
        """As the article states it."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """One past the last character."""


def described(place: Placed) -> str:
    """`Title · author · source · date`, of what the article shows; nothing is made up."""
    stated = (place.title, place.author, place.source, place.published)
    shown = [printable(part) for part in dict.fromkeys(stated) if part]
    return " · ".join(shown) or "(the article shows no title, source or date)"


def shows_anything(place: Placed) -> bool:
    """Whether the article shows a title, a source or a date."""
    return bool(place.title or place.source or place.published)


def located(place: Placed) -> str:
    """`article, characters start-end`: half-open, counted in the article's canonical text."""
    return f"{printable(place.article_id)}, characters {place.start}-{place.end}"
