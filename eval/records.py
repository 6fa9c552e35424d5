"""Records from files: what `batch` and `search` saved, TREC runs, and our own."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter

from eval.errors import DatasetError
from eval.produce import places, untimed
from eval.readers import trec
from eval.readers.lines import read_lines
from eval.schema import Dataset, Place, Record
from rag.schema import Hit, Reply


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """A line that `pincite batch` writes."""

    qid: str
    reply: Annotated[Reply, Field(discriminator="status")]
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class RunLine:
    """A line that `pincite search` writes."""

    qid: str
    hits: tuple[Hit, ...] = field(default=())


_REPLY = TypeAdapter(ReplyLine)
_RUN = TypeAdapter(RunLine)


def read_records(dataset: Dataset, replies: Path | None, run: Path | None) -> list[Record]:
    """Records of the dataset's questions that the files hold, in the dataset's order.

    Raises:
        DatasetError: a line does not fit, repeats a question, names one that the dataset lacks or
            a place outside the articles, or its scores do not fall strictly.
    """
    known = {question.qid for question in dataset.questions}
    records: dict[str, Record] = {}
    if replies is not None:
        for number, line in read_lines(replies, _REPLY):
            _check(replies, number, line.qid, known, line.qid in records)
            records[line.qid] = Record(line.qid, untimed(line.reply))
    rankings = _trec(run, dataset) if run and run.suffix == ".trec" else _ranked(run, dataset)
    for qid, record in rankings.items():
        reply = records[qid].reply if qid in records else None
        records[qid] = replace(record, reply=reply)
    if not records:
        raise DatasetError(replies or run or Path(), None, "it holds no question of the dataset")
    return [records[q.qid] for q in dataset.questions if q.qid in records]


def _ranked(path: Path | None, dataset: Dataset) -> dict[str, Record]:
    if path is None:
        return {}
    known = {question.qid for question in dataset.questions}
    found: dict[str, Record] = {}
    for number, line in read_lines(path, _RUN):
        _check(path, number, line.qid, known, line.qid in found)
        _check_hits(path, number, line.hits, dataset)
        found[line.qid] = Record(line.qid, None, places(line.hits))
    return found


def _trec(path: Path, dataset: Dataset) -> dict[str, Record]:
    """A run of passages (article:start-end) or of articles, which count as one passage each."""
    known = {question.qid for question in dataset.questions}
    found: dict[str, Record] = {}
    for qid, scores in trec.read_run(path).items():
        _check(path, None, qid, known, False)
        units = trec.ordered(scores)
        found[qid] = Record(qid, None, tuple(_place(path, unit, dataset) for unit in units))
    return found


def _place(path: Path, unit: str, dataset: Dataset) -> Place:
    whole = dataset.articles.get(unit)
    place = Place(unit, 0, len(whole.text)) if whole else trec.as_place(unit)
    article = dataset.articles.get(place.article_id) if place else None
    if place is None or article is None or not place.start < place.end <= len(article.text):
        raise DatasetError(path, None, f"{unit!r} is no article and no passage of one")
    return place


def _check(path: Path, line: int | None, qid: str, known: set[str], repeated: bool) -> None:
    if qid not in known:
        raise DatasetError(path, line, f"the dataset has no question {qid!r}")
    if repeated:
        raise DatasetError(path, line, f"question {qid!r} is there twice")


def _check_hits(path: Path, line: int, hits: Sequence[Hit], dataset: Dataset) -> None:
    for before, hit in pairwise(hits):
        if hit.score >= before.score:
            raise DatasetError(path, line, f"the score of rank {hit.rank} does not fall")
    for hit in hits:
        article = dataset.articles.get(hit.article_id)
        if article is None:
            raise DatasetError(path, line, f"unknown article {hit.article_id!r}")
        if hit.start < 0 or article.text[hit.start : hit.end] != hit.text:
            raise DatasetError(
                path, line, f"hit {hit.rank} is not {hit.article_id}:{hit.start}-{hit.end}"
            )
