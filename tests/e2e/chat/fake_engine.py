"""An engine whose answers are fixed in advance; it answers as `rag.engine.Engine` does."""

import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.errors import BadInputError
from index.manifest import Manifest
from index.schema import Article, Passage, Span
from rag.cite import cut
from rag.schema import (
    Answer,
    Disagreement,
    Filters,
    Hit,
    Near,
    NotFound,
    Position,
    Reply,
    Searched,
    Seconds,
    Statement,
    Trace,
    Why,
)
from rag.stopwatch import Stopwatch, Wanted, always
from tests.e2e.chat.fake_articles import ARABIC, ENDLESS, HOSTILE, articles

WHY = Why(1, 2, 7.3, ("pump",), (("Guaydo", "Guaidó"),))
PLACES: dict[str, tuple[tuple[str, str], ...]] = {
    "pump": (
        ("ferry.txt", "“I reported the pump on 3 March and nobody came.”"),
        ("backlog.txt", "Internal figures show 41 of 212 checks were overdue."),
        ("ferry.txt", "A spokesperson for the operator declined to comment."),
    ),
    "anna berg": (("ferry.txt", "Inspector Anna Berg said that Carl Holm had read both reports."),),
    "mayor": (
        ("hostile.txt", HOSTILE[HOSTILE.index("<script>") : HOSTILE.index("\n\nEnd of")]),
        ("hostile.txt", "Lead paragraph."),
    ),
    "report due": (
        ("arabic.txt", "وأضاف أن 41 فحصا من أصل 212 كانت متأخرة (figure: 41/212)."),
        ("arabic.txt", ARABIC[ARABIC.index("Mixed") : ARABIC.index(" then English")]),
    ),
    "longest word": (
        ("endless.txt", ENDLESS[: ENDLESS.index(" Ende.")]),
        ("endless.txt", ENDLESS[ENDLESS.index("xxx") :]),
    ),
    "planes": (
        (
            "001_58b7a87a07912adc.txt",
            "The aircraft, an Antonov 124 and Ilyushin Il-62, also carried 35 tons of equipment.",
        ),
    ),
}
# An answer that takes some seconds to show, whatever the machine.
_LONG = "002_daf840f8aecd8adf.txt"
PLACES["every line"] = tuple(
    (_LONG, line) for line in articles()[_LONG].text.split("\n") if line.strip()
)


_STEP = 0.1


def _steps(asked: str) -> int:
    """A slow question takes three seconds, an endless one until nobody waits for it."""
    return 30 if "slow" in asked else 3_000 if "endless" in asked else 0


MANIFEST = Manifest(0, "1", "", "fake", None, 200, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class FakeIndex:
    articles: Mapping[str, Article]
    passages: Sequence[Passage]
    manifest: Manifest = MANIFEST


class FakeEngine:
    def __init__(self, held: Mapping[str, Article] | None = None) -> None:
        held = articles() if held is None else held
        self.index = FakeIndex(held, tuple(_passage(article) for article in held.values()))

    def ask(
        self, question: str, history: Sequence[str] = (), filters: Filters = Filters()
    ) -> Reply:
        return self.trace(question, history, filters).reply

    def trace(
        self,
        question: str,
        history: Sequence[str] = (),
        filters: Filters = Filters(),
        wanted: Wanted = always,
    ) -> Trace:
        watch = Stopwatch(wanted)
        for _ in range(_steps(question.lower())):
            time.sleep(_STEP)
            watch.lap("search")
        watch.lap("search")
        reply = self._reply(question, history, filters)
        watch.lap("cite")
        hits = tuple(self.search(question, 2))
        return Trace(hits, hits, reply, reply.citations, None, watch.laps[-2:])

    def _reply(self, question: str, history: Sequence[str], filters: Filters) -> Reply:
        asked = question.lower()
        if "refused" in asked:
            raise BadInputError("This question was refused; ask another.")
        if "broken" in asked:
            raise ZeroDivisionError
        searched_as = f"{history[-1]} {question}" if "they" in asked and history else question
        key = next((key for key in PLACES if key in searched_as.lower()), None)
        cited = [
            cut(n, self.index.articles[name], _span(self.index.articles[name], quote), WHY)
            for n, (name, quote) in enumerate(PLACES[key] if key else (), 1)
            if not filters.sources or self.index.articles[name].source in filters.sources
        ]
        if not cited:
            return self._not_found(question, searched_as, filters)
        differ = Disagreement("checks overdue", (Position("3 March", 1), Position("41 of 212", 2)))
        return Answer(
            id="0" * 64,
            question=question,
            searched_as=searched_as,
            statements=tuple(Statement(citation.exact, (citation.n,)) for citation in cited),
            citations=tuple(cited),
            disagreements=(differ,) if len(cited) == 3 else (),
            confidence=0.9,
            seconds=Seconds(0.01, 0.02),
        )

    def search(
        self,
        question: str,
        k: int = 10,
        history: Sequence[str] = (),
        filters: Filters = Filters(),
    ) -> list[Hit]:
        return [
            Hit(rank, 1 / rank, each.article_id, each.start, each.end, each.text)
            for rank, each in enumerate(self.index.passages[:k], 1)
        ]

    def _not_found(self, question: str, searched_as: str, filters: Filters) -> NotFound:
        near = []
        for article in list(self.index.articles.values())[:2]:
            end = min(len(article.text), 200)
            shown = (article.id, article.title, article.source, article.published)
            near.append(Near(*shown, 0, end, article.text[:end], 0.31, 0.5))
        return NotFound(
            id="1" * 64,
            question=question,
            searched_as=searched_as,
            reason="No passage answers the question well enough to be quoted.",
            nearest=tuple(near),
            missing=("Atlantis",) if "Atlantis" in question else (),
            searched=Searched(len(self.index.articles), len(self.index.passages), filters),
            confidence=0.1,
            seconds=Seconds(0.01, 0.02),
        )


def _span(article: Article, quote: str) -> Span:
    start = article.text.index(quote)
    return Span(start, start + len(quote))


def _passage(article: Article) -> Passage:
    paragraphs = tuple(Span(*found.span()) for found in re.finditer(r"[^\n]+", article.text))
    return Passage(article.id, 0, len(article.text), article.text, paragraphs)
