"""How good a ranking is, by the rule that `pincite eval` uses for passages and quotes alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from eval.overlap import holds
from eval.schema import Place, Question
from index.schema import Article
from ui.bench.peers.located import located
from ui.bench.peers.peer import Found

K = 10
"""Passages that are looked at."""

MEASURES = ("hit@1", "hit@10", "recall@10", "MRR@10")


@dataclass(frozen=True, slots=True)
class Quality:
    """`values` of each measure for every question, in their order, 0 to 1.

    `hit@1`, `hit@10`: a passage that holds evidence is the first, is among the first ten.
    `recall@10`: share of the pieces of evidence that the first ten hold. `MRR@10`: 1 / rank of the
    first that holds any, 0 beyond ten. `characters` is the mean length of the ten together, since
    longer passages hold more. `unplaced` passages did not stand in their article, so they hold
    nothing.
    """

    values: dict[str, tuple[float, ...]]
    characters: float
    unplaced: int

    def mean(self, measure: str) -> float:
        """Over the questions."""
        return fmean(self.values[measure])


def quality(
    found: Mapping[str, Sequence[Found]],
    questions: Sequence[Question],
    articles: Mapping[str, Article],
) -> Quality:
    """Over the questions that were asked; a question without anything found counts as 0."""
    rows = []
    characters = unplaced = 0
    for question in questions:
        passages = found[question.qid][:K]
        places = [_place(passage, articles) for passage in passages]
        unplaced += places.count(None)
        characters += sum(len(passage.text) for passage in passages)
        rows.append(_measured(question, places, articles))
    values = {name: tuple(row[name] for row in rows) for name in MEASURES}
    return Quality(values, characters / len(questions), unplaced)


def _measured(
    question: Question, places: Sequence[Place | None], articles: Mapping[str, Article]
) -> dict[str, float]:
    held = [
        {n for n, piece in enumerate(question.evidence) if place and holds(place, piece, articles)}
        for place in places
    ]
    rank = next((number for number, pieces in enumerate(held, start=1) if pieces), None)
    recall = len(set().union(*held)) / len(question.evidence)
    values = (float(rank == 1), float(rank is not None), recall, 1 / rank if rank else 0.0)
    return dict(zip(MEASURES, values, strict=True))


def _place(passage: Found, articles: Mapping[str, Article]) -> Place | None:
    article = articles.get(passage.article_id)
    start = located(article.text, passage.text, passage.start) if article else None
    if start is None:
        return None
    return Place(passage.article_id, start, start + len(passage.text))
