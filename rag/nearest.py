"""Stretches of the articles that a damaged quote may come from, the most likely first."""

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.lowered import lowered
from index.schema import Article, Span
from rag.quote_tokens import Token

_WORDS = 12
_REGIONS = 4
_MARGIN = 80
# Characters from which a quote is aligned with one region only: the cost grows with the square.
_LONG = 2000
# Weights that were added up in another order differ by less.
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class _Counted:
    """How often each of some words (columns) stands in each article (rows)."""

    ids: tuple[str, ...]
    words: tuple[str, ...]
    times: npt.NDArray[np.int32]


def regions(quote: Sequence[Token], articles: Mapping[str, Article]) -> list[tuple[Article, Span]]:
    """Where the rarest words of the quote stand closest together, a few at most.

    A word is weighed by how rare it is here, so no index and no list of common words is needed.
    Every text is passed over once; then only those are read whose words could still be better.
    """
    length = quote[-1].end - quote[0].start
    width = length + length // 4 + _MARGIN
    most = _REGIONS if length < _LONG else 1
    counted = _counted(quote, articles)
    weights = _weights(counted)
    words = {word: weight for word, weight in zip(counted.words, weights, strict=True) if weight}
    reach = (counted.times > 0) @ weights
    best: list[tuple[float, int, Article, int]] = []
    for order in np.argsort(-reach, kind="stable").tolist():
        if not reach[order] or (len(best) == most and reach[order] < best[0][0] - _ROUNDING):
            break
        article = articles[counted.ids[order]]
        weight, start = _densest(lowered(article.text), words, width)
        # No two have one `order`, so articles are never compared.
        heapq.heappush(best, (weight, -order, article, start))
        if len(best) > most:
            heapq.heappop(best)
    return [
        (article, _around(article.text, start, width, length // 2 + _MARGIN))
        for _, _, article, start in sorted(best, reverse=True, key=lambda each: each[:2])
    ]


def _counted(quote: Sequence[Token], articles: Mapping[str, Article]) -> _Counted:
    """The quote's longest words, counted in small letters."""
    words = {lowered(token.raw) for token in quote if token.is_word}
    longest = sorted(words, key=lambda word: (-len(word), word))[: 3 * _WORDS]
    ids, rows = [], []
    for id, article in articles.items():
        text = lowered(article.text)
        ids.append(id)
        rows.append([text.count(word) for word in longest])
    times = np.array(rows, dtype=np.int32).reshape(len(ids), len(longest))
    return _Counted(tuple(ids), tuple(longest), times)


def _weights(counted: _Counted) -> npt.NDArray[np.float64]:
    """One over how often a word stands in the articles, for the rarest; 0 for the others."""
    counts = counted.times.sum(axis=0, dtype=np.int64).tolist()
    found = zip(counts, counted.words, strict=True)
    rare = sorted((count, word) for count, word in found if count)[:_WORDS]
    kept = {word: 1 / (1 + count) ** 0.25 for count, word in rare}
    return np.array([kept.get(word, 0.0) for word in counted.words])


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
