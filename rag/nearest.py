"""Stretches of the articles that a damaged quote may come from, the most likely first."""

import heapq
from collections.abc import Mapping, Sequence

from index.schema import Article, Span
from rag.quote_tokens import Token

_WORDS = 12
_REGIONS = 4
_MARGIN = 80
# Characters from which a quote is aligned with one region only: the cost grows with the square.
_LONG = 2000


def regions(quote: Sequence[Token], articles: Mapping[str, Article]) -> list[tuple[Article, Span]]:
    """Where the rarest words of the quote stand closest together, a few at most.

    A word is weighed by how rare it is here, so no index and no list of common words is needed.
    """
    length = quote[-1].end - quote[0].start
    width = length + length // 4 + _MARGIN
    most = _REGIONS if length < _LONG else 1
    words = _rarest(quote, articles)
    best: list[tuple[float, int, Article, int]] = []
    for order, article in enumerate(articles.values()):
        weight, start = _densest(article.text.lower(), words, width)
        if weight:
            # No two have one `order`, so articles are never compared.
            heapq.heappush(best, (weight, -order, article, start))
            if len(best) > most:
                heapq.heappop(best)
    return [
        (article, _around(article.text, start, width, length // 2 + _MARGIN))
        for _, _, article, start in sorted(best, reverse=True, key=lambda each: each[:2])
    ]


def _rarest(quote: Sequence[Token], articles: Mapping[str, Article]) -> dict[str, float]:
    """Weights of the quote's rarest words: one over how often they stand in the articles."""
    words = {token.raw.lower() for token in quote if token.is_word}
    longest = sorted(words, key=lambda word: (-len(word), word))[: 3 * _WORDS]
    counts = dict.fromkeys(longest, 0)
    for article in articles.values():
        text = article.text.lower()
        for word in longest:
            counts[word] += text.count(word)
    rare = sorted((count, word) for word, count in counts.items() if count)[:_WORDS]
    return {word: 1 / (1 + count) ** 0.25 for count, word in rare}


def _densest(text: str, words: Mapping[str, float], width: int) -> tuple[float, int]:
    """The greatest weight of different words within `width` characters, and where it begins."""
    places = []
    for word in words:
        place = text.find(word)
        while place >= 0:
            places.append((place, word))
            place = text.find(word, place + len(word))
    places.sort()
    best, best_start, first, weight = 0.0, 0, 0, 0.0
    inside: dict[str, int] = {}
    for place, word in places:
        inside[word] = inside.get(word, 0) + 1
        weight += words[word] if inside[word] == 1 else 0
        while place - places[first][0] > width:
            gone = places[first][1]
            inside[gone] -= 1
            weight -= words[gone] if not inside[gone] else 0
            first += 1
        if weight > best + 1e-9:
            best, best_start = weight, places[first][0]
    return best, best_start


def _around(text: str, start: int, width: int, margin: int) -> Span:
    """The stretch with a margin on both sides, widened to whole words."""
    begin, end = max(0, start - margin), min(len(text), start + width + margin)
    while begin and text[begin - 1].isalnum():
        begin -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return Span(begin, end)
