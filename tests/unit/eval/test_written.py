import csv
from dataclasses import replace
from pathlib import Path

import pytest

from eval.errors import DatasetError
from eval.report.files import write_report
from eval.run import Provenance, Run, scored_run
from eval.schema import Dataset, Record
from eval.score import score
from eval.written import read_run, write_run
from index.schema import Passage


@pytest.fixture
def run(dataset: Dataset, records: list[Record], passages: list[Passage]) -> Run:
    outcomes = score(dataset, records, passages, read=2)
    of = Provenance("s", "d", dataset.sha256, 5, "abc", True, settings={"pool": 5})
    return scored_run(dataset, outcomes, of, halves=False)


def test_a_run_comes_back_as_it_was(run: Run, tmp_path: Path) -> None:
    write_run(tmp_path, run)
    assert read_run(tmp_path) == run


def test_two_runs_of_the_same_thing_are_the_same_bytes(
    run: Run, dataset: Dataset, records: list[Record], passages: list[Passage], tmp_path: Path
) -> None:
    again = scored_run(
        dataset, score(dataset, records, passages, read=2), run.provenance, halves=False
    )
    for folder, each in ((tmp_path / "a", run), (tmp_path / "b", again)):
        write_run(folder, each)
        write_report(folder, each, dataset.articles, {})
    files = {path.name for path in (tmp_path / "a").iterdir()}
    assert files == {"run.json", "questions.jsonl", "questions.csv", "report.md", "report.html"}
    for name in files:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_no_spreadsheet_takes_a_question_for_a_formula(run: Run, tmp_path: Path) -> None:
    first = replace(run.outcomes[0], question="=HYPERLINK(1)")
    write_run(tmp_path, replace(run, outcomes=(first,)))
    (row,) = csv.DictReader((tmp_path / "questions.csv").open())
    assert row["question"] == "'=HYPERLINK(1)"
    assert row["right outcome"] == "1"


def test_what_is_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="no such file"):
        read_run(tmp_path)
    (tmp_path / "run.json").write_text("{}")
    with pytest.raises(DatasetError, match="no run of this version"):
        read_run(tmp_path)
