"""BEIR folders: `queries.jsonl` and `qrels/*.tsv` beside `corpus.jsonl` (article level)."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter

from eval.errors import DatasetError
from eval.readers.lines import read_lines, text_of
from eval.schema import Evidence, Question
from index.schema import Article


@dataclass(frozen=True, slots=True)
class QueryLine:
    """A line of `queries.jsonl`."""

    qid: Annotated[str, Field(alias="_id")]
    text: str


_LINE = TypeAdapter(QueryLine)


def read_beir(folder: Path, articles: Mapping[str, Article]) -> list[Question]:
    """Every query that has a judgement above 0, in the order of `queries.jsonl`.

    The qrels are those of `test.tsv`, else of the only file in `qrels/`.

    Raises:
        DatasetError: a line does not fit, or names an unknown article or query.
    """
    path = folder / "queries.jsonl"
    queries: dict[str, str] = {}
    for number, line in read_lines(path, _LINE):
        if line.qid in queries:
            raise DatasetError(path, number, f"query {line.qid!r} is there twice")
        queries[line.qid] = line.text
    qrels = _qrels_file(folder / "qrels")
    evidence: dict[str, list[Evidence]] = defaultdict(list)
    for number, qid, article_id, grade in _rows(qrels):
        if qid not in queries:
            raise DatasetError(qrels, number, f"query {qid!r} is not in queries.jsonl")
        if article_id not in articles:
            raise DatasetError(qrels, number, f"article {article_id!r} is not in corpus.jsonl")
        if grade > 0:
            evidence[qid].append(Evidence(article_id, grade=grade))
    return [
        Question(qid, text, True, evidence=tuple(evidence[qid]), mode="any", gold_of="articles")
        for qid, text in queries.items()
        if evidence[qid]
    ]


def _qrels_file(folder: Path) -> Path:
    files = sorted(folder.glob("*.tsv"))
    if folder / "test.tsv" in files:
        return folder / "test.tsv"
    if len(files) != 1:
        raise DatasetError(folder, None, f"it holds {len(files)} .tsv files and no test.tsv")
    return files[0]


def _rows(path: Path) -> Iterator[tuple[int, str, str, int]]:
    rows = csv.reader(text_of(path).splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    seen: set[tuple[str, str]] = set()
    for number, row in enumerate(rows, start=1):
        if number == 1 and row[:1] == ["query-id"]:
            continue
        if len(row) != 3 or not row[2].strip().lstrip("-").isdigit():
            raise DatasetError(path, number, "a line is query, article and a whole number, by tabs")
        if (row[0], row[1]) in seen:
            raise DatasetError(path, number, f"{row[0]!r} and {row[1]!r} are judged twice")
        seen.add((row[0], row[1]))
        yield number, row[0], row[1], int(row[2])
