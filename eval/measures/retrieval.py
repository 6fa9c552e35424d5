"""Rankings scored by trec_eval's measures, through ir-measures, for passages and for articles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import ir_measures
from ir_measures import AP, RR, Judged, P, R, Success, nDCG

from eval.overlap import grade
from eval.schema import Dataset, Place, Question, Record
from index.schema import Passage

Grades = Mapping[str, Mapping[str, int]]
Rankings = Mapping[str, Sequence[str]]

MEASURES = {
    str(measure): measure
    for measure in (
        *(Success @ k for k in (1, 3, 5, 10)),
        *(R @ k for k in (1, 5, 10, 20, 100)),
        RR @ 10,
        AP,
        nDCG @ 10,
        P @ 5,
        Judged @ 10,
    )
}


def score_rankings(qrels: Grades, rankings: Rankings) -> dict[str, dict[str, float]]:
    """Every measure for every question of `qrels` that has something relevant.

    Rankings are scored by their order: the scores handed on fall by one a rank and never tie. A
    question without a ranking scores 0.
    """
    run = {
        qid: {unit: float(len(units) - n) for n, unit in enumerate(units)}
        for qid, units in rankings.items()
        if qid in qrels
    }
    names = {measure: name for name, measure in MEASURES.items()}
    wanted = {qid for qid, grades in qrels.items() if any(g > 0 for g in grades.values())}
    values: dict[str, dict[str, float]] = {qid: dict.fromkeys(MEASURES, 0.0) for qid in wanted}
    plain = {qid: dict(grades) for qid, grades in qrels.items() if qid in wanted}
    for found in ir_measures.iter_calc(list(MEASURES.values()), plain, run):
        if found.query_id in values:
            values[found.query_id][names[found.measure]] = found.value
    return values


def passage_qrels(dataset: Dataset, passages: Iterable[Passage]) -> dict[str, dict[str, int]]:
    """Grades of passages for every question whose gold is spans.

    A passage of an article with gold is judged, by overlap; where the dataset is complete, so is
    every passage of every other article (not relevant).
    """
    by_article: dict[str, list[Place]] = defaultdict(list)
    for passage in passages:
        by_article[passage.article_id].append(Place(passage.article_id, passage.start, passage.end))
    qrels: dict[str, dict[str, int]] = {}
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


def article_qrels(dataset: Dataset) -> dict[str, dict[str, int]]:
    """Grades of articles for every question with evidence."""
    qrels: dict[str, dict[str, int]] = {}
    for question in dataset.questions:
        if question.evidence:
            judged = dict.fromkeys(dataset.articles, 0) if dataset.complete else {}
            for piece in question.evidence:
                judged[piece.article_id] = max(judged.get(piece.article_id, 0), piece.grade)
            qrels[question.qid] = judged
    return qrels


def passage_rankings(records: Iterable[Record]) -> dict[str, list[str]]:
    """Passage ids by question, best first."""
    return {record.qid: [place.id for place in record.ranked] for record in records}


def article_rankings(records: Iterable[Record]) -> dict[str, list[str]]:
    """Article ids by question, each where its best passage stands."""
    return {
        record.qid: list(dict.fromkeys(place.article_id for place in record.ranked))
        for record in records
    }
