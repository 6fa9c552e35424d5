"""Every question of a run as data for the page's table; each text stands in it once."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from eval.fixed_set import half
from eval.loss import STAGES
from eval.outcome import Outcome
from eval.schema import Place
from index.schema import Article

_VALUES = ("right outcome", "right quote first", "sentence F1", "nDCG@10", "evidence recall@10")


class Texts:
    """Places and their words, numbered in the order of first use."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._articles = articles
        self._numbers: dict[Place, int] = {}

    def number(self, place: Place) -> int:
        """The number of a place."""
        return self._numbers.setdefault(place, len(self._numbers))

    def rows(self) -> list[list[Any]]:
        """Article, its title, start, end and words, by number."""
        return [self._row(place) for place in self._numbers]

    def _row(self, place: Place) -> list[Any]:
        article = self._articles[place.article_id]
        words = article.text[place.start : place.end]
        return [place.article_id, article.title or "", place.start, place.end, words]


def question_data(
    outcomes: Sequence[Outcome], articles: Mapping[str, Article], *, halves: bool
) -> str:
    """JSON that can stand inside a script element: no `<`, `>` or `&` is left in it."""
    texts = Texts(articles)
    rows = [_row(outcome, texts, halves) for outcome in outcomes]
    data = {"stages": STAGES, "questions": rows, "texts": texts.rows()}
    made = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        made = made.replace(character, f"\\u{ord(character):04x}")
    return made


def _row(outcome: Outcome, texts: Texts, halves: bool) -> dict[str, Any]:
    kinds = (half(outcome.qid), *outcome.slices) if halves else outcome.slices
    quotes = outcome.quotes or outcome.candidates
    return {
        "id": outcome.qid,
        "q": outcome.question,
        "as": outcome.searched_as,
        "h": outcome.history,
        "k": kinds,
        "st": outcome.stage or "",
        "c": outcome.confidence,
        "f": outcome.first,
        "p": outcome.pooled,
        "an": outcome.answers,
        "sh": bool(outcome.quotes),
        "g": [texts.number(gold.place) for gold in outcome.gold if gold.text],
        "ga": [gold.place.article_id for gold in outcome.gold if not gold.text],
        "qu": [[texts.number(quote.place), int(quote.right)] for quote in quotes],
        "r": [[texts.number(hit.place), int(hit.right)] for hit in outcome.ranking],
        "v": {name: round(outcome.values[name], 4) for name in _VALUES if name in outcome.values},
        "x": outcome.faults,
    }
