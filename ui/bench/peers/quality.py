"""How good a ranking is, by the rule that `pincite eval` uses for passages and quotes alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.overlap import holds
from eval.schema import Place, Question
from index.schema import Article
from ui.bench.peers.located import located
from ui.bench.peers.peer import Found

K = 10
"""Passages that are looked at."""


@dataclass(frozen=True, slots=True)
class Quality:
    """Means over questions, 0 to 1.

    `hit_1`, `hit_10`: a passage that holds evidence is the first, is among the first ten.
    `recall_10`: share of the pieces of evidence that the first ten hold. `mrr_10`: 1 / rank of the
    first that holds any, 0 beyond ten. `characters` is the length of the ten together, since longer
    passages hold more. `unplaced` passages did not stand in their article, so they hold nothing.
    """

    hit_1: float
    hit_10: float
    recall_10: float
    mrr_10: float
    characters: float
    unplaced: int


def quality(
    found: Mapping[str, Sequence[Found]],
    questions: Sequence[Question],
    articles: Mapping[str, Article],
) -> Quality:
    """Over the questions that were asked; a question without anything found counts as 0."""
    hit_1 = hit_10 = recall = reciprocal = characters = 0.0
    unplaced = 0
    for question in questions:
        passages = found[question.qid][:K]
        places = [_place(passage, articles) for passage in passages]
        unplaced += places.count(None)
        characters += sum(len(passage.text) for passage in passages)
        held = [
            {
                n
                for n, piece in enumerate(question.evidence)
                if place and holds(place, piece, articles)
            }
            for place in places
        ]
        rank = next((number for number, pieces in enumerate(held, start=1) if pieces), None)
        hit_1 += rank == 1
        hit_10 += rank is not None
        reciprocal += 1 / rank if rank else 0
        recall += len(set().union(*held)) / len(question.evidence)
    n = len(questions)
    return Quality(hit_1 / n, hit_10 / n, recall / n, reciprocal / n, characters / n, unplaced)


def _place(passage: Found, articles: Mapping[str, Article]) -> Place | None:
    article = articles.get(passage.article_id)
    start = located(article.text, passage.text, passage.start) if article else None
    if start is None:
        return None
    return Place(passage.article_id, start, start + len(passage.text))
