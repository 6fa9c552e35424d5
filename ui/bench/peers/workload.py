"""What all systems are given: the same articles, the same changes, the same questions."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from eval.datasets import sample, subset
from eval.schema import Dataset, Question
from index.errors import BadInputError
from index.schema import Article
from ui.bench.peers.peer import Text
from ui.bench.peers.task import Asked

CHANGED = 10
"""Articles that change once the index is made."""

_ADDED = "\nThis sentence was added when the article was changed."


@dataclass(frozen=True, slots=True)
class Workload:
    """Articles as they are after the change; questions with gold, which it does not move."""

    name: str
    given: tuple[Text, ...]
    changed: tuple[Text, ...]
    asked: tuple[Asked, ...]
    questions: tuple[Question, ...]
    articles: Mapping[str, Article]


def workload(dataset: Dataset, articles: int | None, questions: int) -> Workload:
    """A sample that is the same every time: by the hash of ids.

    Raises:
        BadInputError: no question is left that has its evidence in the articles.
    """
    chosen = dict(sorted(dataset.articles.items(), key=lambda pair: _spread(pair[0]))[:articles])
    fit = sample(subset(dataset, lambda question: _fits(question, chosen)), questions)
    if not fit.questions:
        raise BadInputError(
            f"{dataset.name} holds no question that {len(chosen)} articles answer; take more."
        )
    after = {
        key: replace(article, text=article.text + _ADDED) if number < CHANGED else article
        for number, (key, article) in enumerate(chosen.items())
    }
    return Workload(
        dataset.name,
        tuple(_text(article) for article in chosen.values()),
        tuple(_text(after[key]) for key in list(after)[:CHANGED]),
        tuple(Asked(each.qid, each.question) for each in fit.questions),
        fit.questions,
        after,
    )


def _fits(question: Question, articles: Mapping[str, Article]) -> bool:
    evidence = {piece.article_id for piece in question.evidence}
    return bool(evidence) and not question.history and evidence <= articles.keys()


def _text(article: Article) -> Text:
    return Text(article.id, article.title or "", article.text)


def _spread(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()
