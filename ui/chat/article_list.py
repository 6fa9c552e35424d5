"""Which articles the collection shows: those that match, in the order asked for, by the page."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from index.schema import Article, Span
from ui.chat.context import Shelf

Column = Literal["title", "source", "date", "length", "passages"]
COLUMNS: tuple[Column, ...] = get_args(Column)
PER_PAGE = 50
UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class View:
    """What the reader asked to see.

    `when` is the beginning of an ISO date, `UNDATED`, or "" for all; `page` counts from 1.
    """

    query: str = ""
    order: Column = "title"
    down: bool = False
    when: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One article as it is listed; `hit` is where the first word searched for stands in it."""

    article: Article
    words: int
    passages: int
    hit: Span | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of rows; `matching` articles altogether, `dates` of all that match the words."""

    rows: Sequence[Row]
    matching: int
    pages: int
    dates: Sequence[str | None]


class Contents:
    """One edition of the collection, counted once."""

    def __init__(self, shelf: Shelf) -> None:
        self.passages = len(shelf.passages)
        counts = Counter(passage.article_id for passage in shelf.passages)
        self._rows = [
            Row(article, len(article.text.split()), counts[article.id])
            for article in shelf.articles.values()
        ]

    def __len__(self) -> int:
        return len(self._rows)

    def listed(self, view: View) -> Listed:
        """The page that the view asks for; beyond the last, the last."""
        words = [_lowered(word) for word in view.query.split()]
        found = [hit for row in self._rows if (hit := self._matched(row, words))]
        dates = [row.article.published for row in found]
        rows = [row for row in found if _falls(row.article.published, view.when)]
        rows = _ordered(rows, view)
        pages = max(1, -(-len(rows) // PER_PAGE))
        first = (min(max(1, view.page), pages) - 1) * PER_PAGE
        return Listed(rows[first : first + PER_PAGE], len(rows), pages, dates)

    def _matched(self, row: Row, words: Sequence[str]) -> Row | None:
        article = row.article
        if not words:
            return row
        # Not kept: a second copy of all texts would cost more than the tenth of a second.
        text = _lowered(article.text)
        about = _lowered(" ".join(filter(None, (article.title, article.source, article.id))))
        if not all(word in text or word in about for word in words):
            return None
        at = next((text.index(word) for word in words if word in text), -1)
        if at < 0:
            return row
        length = next(len(word) for word in words if word in text)
        return Row(article, row.words, row.passages, Span(at, at + length))


def _lowered(text: str) -> str:
    """Lower case, of the same length: offsets into it are offsets into the text."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(sign if len(sign.lower()) > 1 else sign.lower() for sign in text)


def _falls(published: str | None, when: str) -> bool:
    if when == UNDATED:
        return published is None
    return not when or (published or "").startswith(when)


def _ordered(rows: Sequence[Row], view: View) -> list[Row]:
    """What an article does not show comes last, whichever way the rest goes."""
    known = [row for row in rows if _shown(row, view.order) is not None]
    unknown = [row for row in rows if _shown(row, view.order) is None]
    known.sort(key=_name)
    known.sort(key=lambda row: _sortable(row, view.order), reverse=view.down)
    return known + sorted(unknown, key=_name)


def _shown(row: Row, order: Column) -> str | int | None:
    article = row.article
    match order:
        case "title":
            return _name(row)
        case "source":
            return article.source.casefold() if article.source else None
        case "date":
            return article.published
        case "length":
            return row.words
        case "passages":
            return row.passages


def _sortable(row: Row, order: Column) -> tuple[str, int]:
    shown = _shown(row, order)
    return (shown, 0) if isinstance(shown, str) else ("", shown or 0)


def _name(row: Row) -> str:
    return (row.article.title or row.article.id).casefold()
