"""What a reference on the page points at, today: a quote, a whole article, or nothing any more."""

import re
from dataclasses import dataclass

from index.any_articles import hashed
from index.article_hash import article_hash
from index.errors import BadInputError
from index.schema import Article, Span
from rag.citation_id import parse
from rag.intact import intact
from rag.lookup import LookupStatus, look_up
from rag.schema import Citation
from ui.chat.context import ChatContext

_ARTICLE = re.compile(r"[0-9a-f]{10}")
LONGEST_REFERENCE = 120


@dataclass(frozen=True, slots=True)
class Found:
    """An article of the collection, and where the quote stands in it now.

    `span` is None where it stands nowhere, or where the reference names the article alone; `saved`
    is the quote as it was once shown to the reader.
    """

    reference: str
    status: LookupStatus
    article: Article
    span: Span | None
    saved: Citation | None = None


@dataclass(frozen=True, slots=True)
class Gone:
    """No article of the collection holds it any more; `saved` is what was once shown."""

    reference: str
    saved: Citation | None


def article_reference(article_id: str) -> str:
    """The reference that opens an article without marking a quote."""
    return article_hash(article_id)


def resolve(reference: str, context: ChatContext, reader: str) -> Found | Gone:
    """Look the reference up in the collection as it is now. Any text may come from the browser."""
    articles = context.engine.articles
    if len(reference) > LONGEST_REFERENCE:
        return Gone("", None)
    if _ARTICLE.fullmatch(reference):
        home = _article(reference, context)
        return Found(reference, "verbatim", home, None) if home else Gone(reference, None)
    cited = parse(reference)
    if cited is None:
        return Gone(reference, None)
    saved = context.talks.quoted(reader, reference)
    try:
        lookup = look_up(reference, articles)
    except BadInputError:
        return Gone(reference, saved)
    if lookup.places:
        place = min(lookup.places, key=lambda place: abs(place.start - cited.start))
        span = Span(place.start, place.end)
        return Found(reference, lookup.status, articles[place.article_id], span, saved)
    home = _article(cited.article, context)
    return Found(reference, lookup.status, home, None, saved) if home else Gone(reference, saved)


def _article(wanted: str, context: ChatContext) -> Article | None:
    return next(map(intact, hashed(wanted, context.engine.articles)), None)
