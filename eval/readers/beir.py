"""Queries and qrels beside `corpus.jsonl`: BEIR's `qrels/*.tsv`, or TREC's in `qrels.trec`."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from eval.errors import DatasetError
from eval.readers.lines import read_lines, text_of
from eval.readers.trec import as_place, read_qrels
from eval.schema import Evidence, Question
from index.schema import Article


@dataclass(frozen=True, slots=True)
class QueryLine:
    """A line of `queries.jsonl`."""

    qid: Annotated[str, Field(alias="_id")]
    text: str


_LINE = TypeAdapter(QueryLine)
_GRADE = re.compile(r"-?[0-9]{1,9}")


def read_beir(folder: Path, articles: Mapping[str, Article]) -> list[Question]:
    """Every query that has a judgement above 0, in the order of `queries.jsonl`.

    The qrels are `qrels.trec`, which may name passages as `article:start-end`, else
    `qrels/test.tsv`, else the only file in `qrels/`.

    Raises:
        DatasetError: a line does not fit, or names an unknown article or query.
    """
    path = folder / "queries.jsonl"
    queries: dict[str, str] = {}
    for number, line in read_lines(path, _LINE):
        if line.qid in queries:
            raise DatasetError(path, number, f"query {line.qid!r} is there twice")
        queries[line.qid] = line.text
    of_trec = folder / "qrels.trec"
    qrels = of_trec if of_trec.is_file() else _qrels_file(folder / "qrels")
    evidence: dict[str, list[Evidence]] = defaultdict(list)
    rows = _trec_rows(qrels) if qrels == of_trec else _rows(qrels)
    for line_number, qid, unit, grade in rows:
        if qid not in queries:
            raise DatasetError(qrels, line_number, f"query {qid!r} is not in queries.jsonl")
        piece = _evidence(unit, grade, articles)
        if piece is None:
            raise DatasetError(qrels, line_number, f"{unit!r} is not in corpus.jsonl")
        if grade > 0:
            evidence[qid].append(piece)
    return [_question(qid, text, evidence[qid]) for qid, text in queries.items() if evidence[qid]]


def _evidence(unit: str, grade: int, articles: Mapping[str, Article]) -> Evidence | None:
    if unit in articles:
        return Evidence(unit, grade=grade)
    place = as_place(unit)
    article = articles.get(place.article_id) if place else None
    if place is None or article is None or not place.start < place.end <= len(article.text):
        return None
    return Evidence(article.id, (place.span,), grade)


def _question(qid: str, text: str, evidence: list[Evidence]) -> Question:
    gold_of: Literal["text", "articles"] = (
        "text" if all(piece.spans for piece in evidence) else "articles"
    )
    return Question(qid, text, True, evidence=tuple(evidence), mode="any", gold_of=gold_of)


def _trec_rows(path: Path) -> Iterator[tuple[int | None, str, str, int]]:
    for qid, grades in read_qrels(path).items():
        for unit, grade in grades.items():
            yield None, qid, unit, grade


def _qrels_file(folder: Path) -> Path:
    files = sorted(folder.glob("*.tsv"))
    if folder / "test.tsv" in files:
        return folder / "test.tsv"
    if len(files) != 1:
        raise DatasetError(folder, None, f"it holds {len(files)} .tsv files and no test.tsv")
    return files[0]


def _rows(path: Path) -> Iterator[tuple[int | None, str, str, int]]:
    rows = (line.split("\t") for line in text_of(path).split("\n"))
    seen: set[tuple[str, str]] = set()
    for number, row in enumerate(rows, start=1):
        if number == 1 and row[:1] == ["query-id"]:
            continue
        if row == [""]:
            continue
        if len(row) != 3 or not _GRADE.fullmatch(row[2].strip()):
            raise DatasetError(path, number, "a line is query, article and a whole number, by tabs")
        if (row[0], row[1]) in seen:
            raise DatasetError(path, number, f"{row[0]!r} and {row[1]!r} are judged twice")
        seen.add((row[0], row[1]))
        yield number, row[0], row[1], int(row[2])
