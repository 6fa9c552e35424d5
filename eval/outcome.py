"""What came of one question: every value that could be told, and why it went as it did."""

from dataclasses import dataclass

from eval.loss import Stage
from eval.measures.abstention import Shown
from eval.schema import Place


@dataclass(frozen=True, slots=True)
class Quoted:
    """A place in an article with its words, and whether it is right."""

    place: Place
    text: str
    right: bool


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage of a ranking, and whether it holds gold; its words stand in the article."""

    place: Place
    right: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question scored.

    `values` holds each measure that applies, by name. `slices` are the kinds the question counts
    for. `quotes` were shown, `candidates` would have been shown whatever the threshold. `first`
    is the first rank of a passage with gold in the final ranking, `pooled` the same before
    re-ranking. `faults` name unverified words; there must be none.
    """

    qid: str
    question: str
    searched_as: str
    history: tuple[str, ...]
    answerable: bool
    answered: bool | None
    confidence: float | None
    slices: tuple[str, ...]
    values: dict[str, float]
    stage: Stage | None
    answers: tuple[str, ...]
    gold: tuple[Quoted, ...]
    quotes: tuple[Quoted, ...]
    candidates: tuple[Quoted, ...]
    ranking: tuple[Ranked, ...]
    first: int | None
    pooled: int | None
    beaten_by: tuple[Place, ...]
    faults: tuple[str, ...]

    @property
    def shown(self) -> Shown | None:
        """What abstention and risk need of it; None where only retrieval was run."""
        if self.answered is None or self.confidence is None:
            return None
        best = (self.candidates or self.quotes)[:1]
        right = any(quote.right for quote in best)
        return Shown(self.answerable, self.answered, self.confidence, right)
