import json
from pathlib import Path
from typing import Any

import pytest

from eval.datasets import read_dataset
from eval.errors import DatasetError
from eval.readers import trec
from eval.schema import Evidence, Place
from index.schema import Span


def beir(path: Path, qrels: str, name: str = "test.tsv") -> Path:
    (path / "corpus.jsonl").write_text(
        '{"_id": "d1", "title": "", "text": "One."}\n{"_id": "d2", "title": "T", "text": "Two."}\n'
    )
    (path / "queries.jsonl").write_text(
        '{"_id": "q1", "text": "one?"}\n{"_id": "q2", "text": "two?"}\n'
    )
    (path / "qrels").mkdir(exist_ok=True)
    (path / "qrels" / name).write_text(qrels)
    return path


def test_beir_keeps_grades_and_leaves_out_what_has_no_judgement(tmp_path: Path) -> None:
    path = beir(tmp_path, "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t0\n", "dev.tsv")
    (question,) = read_dataset(path).questions
    assert (question.qid, question.mode, question.gold_of) == ("q1", "any", "articles")
    assert [(e.article_id, e.grade, e.spans) for e in question.evidence] == [("d1", 2, ())]


@pytest.mark.parametrize(
    ("qrels", "reason"),
    [
        ("q1\td9\t1\n", "line 1: 'd9' is not in corpus"),
        ("q1\td1\t1\nq9\td1\t1\n", "line 2: query 'q9' is not in queries"),
        ("q1\td1\n", "line 1: a line is query, article and a whole number"),
        ("q1\td1\t0.5\n", "line 1: a line is query"),
        ("q1\td1\t1\nq1\td1\t2\n", "line 2: 'q1' and 'd1' are judged twice"),
    ],
)
def test_bad_qrels_are_refused(tmp_path: Path, qrels: str, reason: str) -> None:
    with pytest.raises(DatasetError) as error:
        read_dataset(beir(tmp_path, qrels))
    assert reason in str(error.value)


def test_several_qrels_without_a_test_file_are_refused(tmp_path: Path) -> None:
    beir(tmp_path, "q1\td1\t1\n", "dev.tsv")
    with pytest.raises(DatasetError, match=r"2 \.tsv files and no test\.tsv"):
        read_dataset(beir(tmp_path, "q1\td1\t1\n", "train.tsv"))


def test_trec_qrels_name_articles_or_passages(tmp_path: Path) -> None:
    path = beir(tmp_path, "")
    (path / "qrels.trec").write_text("q1 0 d1:0-4 2\nq2 0 d2 1\nq2 0 d1 0\n")
    first, second = read_dataset(path).questions
    assert (first.evidence, first.gold_of) == ((Evidence("d1", (Span(0, 4),), 2),), "text")
    assert (second.evidence, second.gold_of) == ((Evidence("d2"),), "articles")
    (path / "qrels.trec").write_text("q1 0 d1:0-99 1\n")
    with pytest.raises(DatasetError, match=r"'d1:0-99' is not in corpus\.jsonl"):
        read_dataset(path)


def squad(path: Path, *asked: dict[str, Any], context: str = "Two planes landed.") -> Path:
    paragraphs = [{"context": context, "qas": list(asked)}]
    body = {"version": "2.0", "data": [{"title": "T", "paragraphs": paragraphs}]}
    (path / "dev.json").write_text(json.dumps(body))
    return path / "dev.json"


def test_squad_one_and_two(tmp_path: Path) -> None:
    answers = [{"text": "Two", "answer_start": 0}, {"text": "Two planes", "answer_start": 0}]
    path = squad(
        tmp_path,
        {"id": "1", "question": "How many?", "answers": answers},
        {
            "id": "2",
            "question": "Which?",
            "answers": [],
            "is_impossible": True,
            "plausible_answers": answers,
        },
    )
    dataset = read_dataset(path)
    first, second = dataset.questions
    assert first.evidence[0].spans == (Span(0, 3), Span(0, 10))
    assert (first.answers, first.evidence[0].article_id) == (("Two", "Two planes"), "T#0")
    assert not second.answerable
    assert not second.evidence
    assert dataset.articles["T#0"].text == "Two planes landed."


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({"id": "1", "question": "?", "answers": [{"text": "Two", "answer_start": 1}]}, "not the"),
        ({"id": "1", "question": "?", "answers": [{"text": "Two", "answer_start": -3}]}, "not the"),
        ({"id": "1", "question": "?", "answers": [{"text": "", "answer_start": 0}]}, "not the"),
        ({"question": "?"}, "qas.0.id"),
    ],
)
def test_bad_squad_is_refused(tmp_path: Path, asked: dict[str, Any], reason: str) -> None:
    with pytest.raises(DatasetError, match=r"dev\.json") as error:
        read_dataset(squad(tmp_path, asked))
    assert reason in str(error.value)


def test_squad_ids_may_not_repeat(tmp_path: Path) -> None:
    asked = {"id": "1", "question": "?", "answers": []}
    with pytest.raises(DatasetError, match="question '1' is there twice"):
        read_dataset(squad(tmp_path, asked, asked))


def test_trec_files_come_back_as_written(tmp_path: Path) -> None:
    rankings = {"q 1": ["a b:0-5", "50%25:3-9"]}
    trec.write_run(tmp_path / "r", rankings)
    trec.write_qrels(tmp_path / "q", {"q 1": {"a b:0-5": 1, "x": 0}})
    lines = (tmp_path / "r").read_text().splitlines()
    assert all(len(line.split()) == 6 for line in lines)
    run = trec.read_run(tmp_path / "r")
    assert {qid: trec.ordered(scores) for qid, scores in run.items()} == rankings
    assert trec.read_qrels(tmp_path / "q") == {"q 1": {"a b:0-5": 1, "x": 0}}


def test_trec_ranks_by_score_and_ties_as_trec_eval() -> None:
    assert trec.ordered({"a": 1.0, "b": 2.0, "c": 1.0}) == ["b", "c", "a"]


def test_passage_ids_are_read_back() -> None:
    assert trec.as_place("http://x:80/y:0-5") == Place("http://x:80/y", 0, 5)
    assert trec.as_place("article") is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("q Q0 d 1 2.0\n", "line 1: it has 5 columns, not 6"),
        ("q Q0 d 1 high t\n", "line 1: the score 'high' is no number"),
        ("q Q0 d 1 2 t\n\nq Q0 d 2 1 t\n", "line 3: 'd' is ranked twice for 'q'"),
    ],
)
def test_bad_runs_are_refused(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "r").write_text(text)
    with pytest.raises(DatasetError) as error:
        trec.read_run(tmp_path / "r")
    assert reason in str(error.value)
