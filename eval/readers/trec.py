"""TREC qrels and run files, read and written; the third column names a passage or an article."""

from collections.abc import Iterator, Mapping, Sequence
from math import isnan, nan
from pathlib import Path
from urllib.parse import quote, unquote

from eval.errors import DatasetError
from eval.readers.lines import text_of
from eval.schema import Place

#: Digits of the largest offset: Python refuses to read numbers of thousands of digits.
_DIGITS = 12

Qrels = dict[str, dict[str, int]]
Run = dict[str, dict[str, float]]


def read_qrels(path: Path) -> Qrels:
    """Grades by question and unit.

    Raises:
        DatasetError: a line does not fit or a pair is judged twice.
    """
    qrels: Qrels = {}
    for number, (qid, _, unit, grade) in _rows(path, 4):
        if unit in qrels.setdefault(qid, {}):
            raise DatasetError(path, number, f"{qid!r} and {unit!r} are judged twice")
        try:
            qrels[qid][unit] = int(grade)
        except ValueError:
            raise DatasetError(
                path, number, f"the grade {grade[:40]!r} is no whole number"
            ) from None
    return qrels


def read_run(path: Path) -> Run:
    """Scores by question and unit; ranks are ignored, as trec_eval does.

    Raises:
        DatasetError: a line does not fit or a unit is ranked twice for a question.
    """
    run: Run = {}
    for number, (qid, _, unit, _, score, _) in _rows(path, 6):
        if unit in run.setdefault(qid, {}):
            raise DatasetError(path, number, f"{unit!r} is ranked twice for {qid!r}")
        run[qid][unit] = _score(path, number, score)
    return run


def _score(path: Path, line: int, written: str) -> float:
    try:
        score = float(written)
    except ValueError:
        score = nan
    if isnan(score):  # by which nothing can be put in order
        raise DatasetError(path, line, f"the score {written[:40]!r} is no number")
    return score


def ordered(scores: Mapping[str, float]) -> list[str]:
    """Units by falling score, ties by id backwards, as trec_eval ranks them."""
    return sorted(sorted(scores, reverse=True), key=lambda unit: -scores[unit])


def as_place(unit: str) -> Place | None:
    """The place that a passage's id `article:start-end` names; None where it is no such id."""
    article, _, span = unit.rpartition(":")
    start, _, end = span.partition("-")
    if not (article and start.isdecimal() and end.isdecimal()):
        return None
    if max(len(start), len(end)) > _DIGITS:
        return None
    return Place(article, int(start), int(end))


def write_qrels(path: Path, qrels: Mapping[str, Mapping[str, int]]) -> None:
    """Write `qid 0 unit grade`; white space in ids is percent-encoded."""
    lines = (
        f"{_cell(qid)} 0 {_cell(unit)} {grade}\n"
        for qid, grades in qrels.items()
        for unit, grade in sorted(grades.items())
    )
    path.write_text("".join(lines), encoding="utf-8")


def write_run(path: Path, rankings: Mapping[str, Sequence[str]], tag: str = "pincite") -> None:
    """Write `qid Q0 unit rank score tag`; the score falls by one a rank, so none tie."""
    lines = (
        f"{_cell(qid)} Q0 {_cell(unit)} {rank} {len(units) + 1 - rank} {tag}\n"
        for qid, units in rankings.items()
        for rank, unit in enumerate(units, start=1)
    )
    path.write_text("".join(lines), encoding="utf-8")


def _cell(text: str) -> str:
    """An id that a column can hold: `%` and white space percent-encoded."""
    return "".join(quote(c) if c.isspace() or c == "%" else c for c in text)


def _rows(path: Path, columns: int) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text_of(path).split("\n"), start=1):
        cells = line.split()
        if cells and len(cells) != columns:
            raise DatasetError(path, number, f"it has {len(cells)} columns, not {columns}")
        if cells:
            yield number, [unquote(cell) for cell in cells]
