"""BM25 over a few thousand passages, to find hard negatives and to measure with.

Robertson and Zaragoza 2009, doi:10.1561/1500000019, with the usual k1 = 1.2 and b = 0.75.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence


class BM25:
    """Ranks texts for a query; ties go to the text given first."""

    def __init__(self, texts: Sequence[str], k1: float = 1.2, b: float = 0.75) -> None:
        counts = [Counter(_words(text)) for text in texts]
        lengths = [sum(count.values()) for count in counts]
        mean = sum(lengths) / max(len(lengths), 1)
        self._postings: dict[str, list[tuple[int, float]]] = {}
        for i, (count, length) in enumerate(zip(counts, lengths, strict=True)):
            norm = k1 * (1 - b + b * length / mean)
            for word, tf in count.items():
                self._postings.setdefault(word, []).append((i, tf * (k1 + 1) / (tf + norm)))
        self._size = len(texts)

    def top(self, query: str, k: int) -> list[int]:
        """Return the indices of the best `k` texts, best first."""
        scores: Counter[int] = Counter()
        for word in set(_words(query)):
            postings = self._postings.get(word, ())
            idf = math.log(1 + (self._size - len(postings) + 0.5) / (len(postings) + 0.5))
            for i, weight in postings:
                scores[i] += idf * weight  # type: ignore[assignment]
        return sorted(scores, key=lambda i: (-scores[i], i))[:k]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
