"""Which articles the collection shows: those that match, in the order asked for, by the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from index.any_articles import entries
from index.held_articles import Entry
from index.lowered import lowered
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
    """One edition of the collection. Only the articles of a page are held whole."""

    def __init__(self, shelf: Shelf) -> None:
        self.passages = len(shelf.passages)
        self._shelf = shelf

    def __len__(self) -> int:
        return len(self._shelf.articles)

    def listed(self, view: View) -> Listed:
        """The page that the view asks for; beyond the last, the last."""
        words = [lowered(word) for word in view.query.split()]
        hits = self._hits(words) if words else None
        all_ = entries(self._shelf.articles, self._shelf.passages)
        found = [entry for entry in all_ if hits is None or entry.id in hits]
        dates = [entry.published for entry in found]
        chosen = _ordered([each for each in found if _falls(each.published, view.when)], view)
        pages = max(1, -(-len(chosen) // PER_PAGE))
        first = (min(max(1, view.page), pages) - 1) * PER_PAGE
        rows = [
            Row(self._shelf.articles[each.id], each.words, each.passages, (hits or {}).get(each.id))
            for each in chosen[first : first + PER_PAGE]
        ]
        return Listed(rows, len(chosen), pages, dates)

    def _hits(self, words: Sequence[str]) -> dict[str, Span | None]:
        """The articles in which, or in whose head, all words stand, and where the first does."""
        hits: dict[str, Span | None] = {}
        for article in self._shelf.articles.values():
            # Not kept: a second copy of all texts would cost more than the tenth of a second.
            text = lowered(article.text)
            about = lowered(" ".join(filter(None, (article.title, article.source, article.id))))
            if all(word in text or word in about for word in words):
                spans = (Span(text.index(w), text.index(w) + len(w)) for w in words if w in text)
                hits[article.id] = next(spans, None)
        return hits


def _falls(published: str | None, when: str) -> bool:
    if when == UNDATED:
        return published is None
    return not when or (published or "").startswith(when)


def _ordered(rows: Sequence[Entry], view: View) -> list[Entry]:
    """What an article does not show comes last, whichever way the rest goes."""
    known = [row for row in rows if _shown(row, view.order) is not None]
    unknown = [row for row in rows if _shown(row, view.order) is None]
    known.sort(key=_name)
    known.sort(key=lambda row: _sortable(row, view.order), reverse=view.down)
    return known + sorted(unknown, key=_name)


def _shown(row: Entry, order: Column) -> str | int | None:
    match order:
        case "title":
            return _name(row)
        case "source":
            return row.source.casefold() if row.source else None
        case "date":
            return row.published
        case "length":
            return row.words
        case "passages":
            return row.passages


def _sortable(row: Entry, order: Column) -> tuple[str, int]:
    shown = _shown(row, order)
    return (shown, 0) if isinstance(shown, str) else ("", shown or 0)


def _name(row: Entry) -> str:
    return (row.title or row.id).casefold()
