"""Grades of passages and articles, made from gold spans by the overlap rule."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from eval.overlap import grade, holds
from eval.schema import Dataset, Place, Question, Record
from index.schema import Passage

Grades = dict[str, dict[str, int]]


def passage_qrels(dataset: Dataset, passages: Iterable[Passage]) -> Grades:
    """Grades of passages for every question whose gold is spans.

    A passage of an article with gold is judged, by overlap; where the dataset is complete, so is
    every passage of every other article (not relevant).
    """
    by_article: dict[str, list[Place]] = defaultdict(list)
    for passage in passages:
        by_article[passage.article_id].append(Place(passage.article_id, passage.start, passage.end))
    qrels: Grades = {}
    for question in dataset.questions:
        if any(piece.spans for piece in question.evidence):
            qrels[question.qid] = _judged(question, dataset, by_article)
    return qrels


def _judged(
    question: Question, dataset: Dataset, by_article: Mapping[str, Sequence[Place]]
) -> dict[str, int]:
    gold = {piece.article_id for piece in question.evidence}
    judged = by_article if dataset.complete else gold
    return {
        place.id: grade(place, question, dataset.articles) if article in gold else 0
        for article in judged
        for place in by_article.get(article, ())
    }


def ranked_qrels(dataset: Dataset, records: Iterable[Record]) -> Grades:
    """Grades of the passages of a ranking that was cut otherwise than the index.

    What was not ranked is not known, so each piece of evidence that no ranked passage holds counts
    as one relevant passage that was missed.
    """
    ranked = {record.qid: record.ranked for record in records}
    qrels: Grades = {}
    for question in dataset.questions:
        if question.qid in ranked and any(piece.spans for piece in question.evidence):
            places = ranked[question.qid]
            grades = {place.id: grade(place, question, dataset.articles) for place in places}
            for number, piece in enumerate(question.evidence):
                if not any(holds(place, piece, dataset.articles) for place in places):
                    grades[f"missed {number}"] = piece.grade
            qrels[question.qid] = grades
    return qrels


def article_qrels(dataset: Dataset) -> Grades:
    """Grades of articles for every question with evidence."""
    qrels: Grades = {}
    for question in dataset.questions:
        if question.evidence:
            judged = dict.fromkeys(dataset.articles, 0) if dataset.complete else {}
            for piece in question.evidence:
                judged[piece.article_id] = max(judged.get(piece.article_id, 0), piece.grade)
            qrels[question.qid] = judged
    return qrels
