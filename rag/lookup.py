"""Where does this quote stand? A pasted quote, a citation's id or a permalink is looked up.

Only the article's own words are ever called verbatim: `rag.align` finds what a damaged quote
resembles, and every difference is shown.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, TypeVar

from index.errors import BadInputError
from index.schema import Article, Span
from rag.align import Alignment, align
from rag.citation_id import citation_id, parse
from rag.cited import find_cited
from rag.differences import Difference, differences
from rag.ellipsis import in_order, parts
from rag.intact import intact
from rag.nearest import regions
from rag.question import whole_characters
from rag.quote_tokens import Token, tokens, unquoted
from rag.verbatim import find, pattern

LookupStatus = Literal["verbatim", "moved", "altered", "source_changed", "not_found"]

LONGEST = 10_000
"""Most characters of a quote."""

LIKENESS = 0.55
"""Least likeness to call a quote altered, not absent.

Over 609 news articles: 150 sentences from elsewhere reached .48 at most; of 100 quotes with a
tenth of their words changed the lowest twentieth had .86, with a quarter .73, with 40 % .57.
"""

MOST = 1_000
"""Most places that are listed; of a word that stands more often, the first."""

CONTEXT = 64
"""Characters of `prefix` and `suffix`."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote stands: `exact == article.text[start:end]`, always."""

    article_id: str
    title: str | None
    source: str | None
    published: str | None
    url: str | None
    sha256: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    id: str
    differences: tuple[Difference, ...] = ()
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Lookup:
    """What became of a quote: places in the articles' order, for an altered one likest first.

    verbatim: it stands so, but for white space and the shape of quotation marks and dashes.
    moved: a cited quote stands elsewhere than its id says. altered: something like it stands.
    source_changed: the cited article is here, its words are not. not_found: nothing like it.
    `more` counts the places beyond the `MOST` listed.
    """

    query: str
    status: LookupStatus
    places: tuple[Place, ...] = ()
    more: int = 0


def look_up(query: str, articles: Mapping[str, Article]) -> Lookup:
    """Look up a quote, an id or a permalink in all articles.

    Raises:
        BadInputError: `query` holds no word, half of a character, or more than `LONGEST`.
        CitationError: the stored text of an article in which it stands was damaged.
    """
    whole_characters(query, "The text to look up")
    if len(query) > LONGEST:
        raise BadInputError(
            f"The text to look up has {len(query):,} characters, at most {LONGEST:,} are looked "
            "up at once; paste a shorter part of it."
        )
    found = _looked_up(query, articles)
    for article in {place.article_id for place in found.places}:
        intact(articles[article])
    return found


def _looked_up(query: str, articles: Mapping[str, Article]) -> Lookup:
    cited = parse(query)
    if cited:
        status, found = find_cited(cited, articles)
        first, more = _first(iter(found))
        return Lookup(query, status, tuple(_place(*each) for each in first), more)
    quote = tokens(query)
    if not any(token.is_word for token in quote):
        raise BadInputError(
            f"There is no word to look up in {query.strip()[:40]!r}; paste a quote or a "
            "citation's id."
        )
    return _look_up_quote(query, quote, articles)


def _look_up_quote(query: str, quote: list[Token], articles: Mapping[str, Article]) -> Lookup:
    pieces = parts(unquoted(quote))
    whole = [quote, unquoted(quote), *(pieces if len(pieces) == 1 else ())]
    for number, words in enumerate(whole):
        if words in whole[:number]:
            continue
        found, more = _first(_spans(words, articles))
        if found:
            return Lookup(query, "verbatim", _verbatim(words, found), more)
    if len(pieces) < 2:
        places = _altered(pieces[0], articles)
        return Lookup(query, "altered" if places else "not_found", places)
    compiled = [pattern(piece) for piece in pieces]
    joined, more = _first(
        (article, *found)
        for article in articles.values()
        for found in in_order(compiled, article.text)
    )
    if joined:
        return Lookup(query, "verbatim", tuple(_place(*each) for each in joined), more)
    return _one_by_one(query, pieces, articles)


def _first(found: Iterator[_T]) -> tuple[list[_T], int]:
    """The first `MOST`, and how many more there are, which are let go as they are counted."""
    return list(islice(found, MOST)), sum(1 for _ in found)


def _one_by_one(
    query: str, pieces: Sequence[list[Token]], articles: Mapping[str, Article]
) -> Lookup:
    """A quote with words left out that do not stand together: each part by itself."""
    found = [
        _verbatim(piece, list(islice(_spans(piece, articles), 1))) or _altered(piece, articles)
        for piece in pieces
    ]
    if not all(found):
        return Lookup(query, "not_found")
    return Lookup(query, "altered", tuple(places[0] for places in found))


def _spans(
    quote: Sequence[Token], articles: Mapping[str, Article]
) -> Iterator[tuple[Article, Span]]:
    compiled = pattern(quote)
    return (
        (article, span) for article in articles.values() for span in find(compiled, article.text)
    )


def _verbatim(quote: Sequence[Token], found: Sequence[tuple[Article, Span]]) -> tuple[Place, ...]:
    return tuple(
        _place(article, span, differences(_paired(quote, _cut(article, span))))
        for article, span in found
    )


def _paired(
    quote: Sequence[Token], stands: Sequence[Token]
) -> Iterable[tuple[Token | None, Token | None]]:
    """One with one; a letter that stands as letter and mark may be two tokens in some scripts."""
    return (
        zip(quote, stands, strict=True) if len(quote) == len(stands) else align(quote, stands).pairs
    )


def _altered(quote: Sequence[Token], articles: Mapping[str, Article]) -> tuple[Place, ...]:
    aligned = [
        (article, align(quote, _cut(article, span))) for article, span in regions(quote, articles)
    ]
    best = max((alignment.likeness for _, alignment in aligned), default=0.0)
    aligned = [pair for pair in aligned if pair[1].likeness >= max(LIKENESS, best - 0.05)]
    aligned.sort(key=lambda pair: -pair[1].likeness)
    return tuple(
        _place(article, _extent(alignment), differences(alignment.pairs))
        for article, alignment in aligned
    )


def _extent(alignment: Alignment) -> Span:
    stands = [token for _, token in alignment.pairs if token is not None]
    return Span(stands[0].start, stands[-1].end)


def _cut(article: Article, span: Span) -> list[Token]:
    return tokens(article.text[span.start : span.end], span.start)


def _place(article: Article, span: Span, changes: tuple[Difference, ...] = ()) -> Place:
    start, end = span
    exact = article.text[start:end]
    return Place(
        article_id=article.id,
        title=article.title,
        source=article.source,
        published=article.published,
        url=article.url,
        sha256=article.sha256,
        start=start,
        end=end,
        exact=exact,
        prefix=article.text[max(0, start - CONTEXT) : start],
        suffix=article.text[end : end + CONTEXT],
        id=citation_id(article.id, start, end, exact),
        differences=changes,
        author=article.author,
    )
