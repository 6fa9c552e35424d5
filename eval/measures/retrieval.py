"""Rankings scored by trec_eval's measures, through ir-measures, for passages and for articles."""

from collections.abc import Iterable, Mapping, Sequence

import ir_measures
from ir_measures import AP, RR, Judged, P, R, Success, nDCG

from eval.schema import Record

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


def passage_rankings(records: Iterable[Record]) -> dict[str, list[str]]:
    """Passage ids by question, best first."""
    return {record.qid: [place.id for place in record.ranked] for record in records}


def article_rankings(records: Iterable[Record]) -> dict[str, list[str]]:
    """Article ids by question, each where its best passage stands."""
    return {
        record.qid: list(dict.fromkeys(place.article_id for place in record.ranked))
        for record in records
    }
