import json
from pathlib import Path
from typing import Any

import pytest

from eval.datasets import read_dataset, sample
from eval.errors import DatasetError
from index.schema import Span

TEXT = "Two planes landed. They carried 99 soldiers."


def folder(path: Path, *lines: dict[str, Any] | str) -> Path:
    corpus = {"doc_id": "a", "title": "A", "text": TEXT}
    (path / "corpus.jsonl").write_text(json.dumps(corpus) + "\n")
    body = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    (path / "questions.jsonl").write_text("\n".join(body) + "\n")
    return path


def question(**fields: Any) -> dict[str, Any]:
    whole = {"qid": "1", "question": "How many?", "answerable": True, "answers": ["99"]}
    return whole | {"evidence": [{"doc_id": "a"}]} | fields


def test_gold_by_offsets_by_text_and_by_answers(tmp_path: Path) -> None:
    path = folder(
        tmp_path,
        question(evidence=[{"doc_id": "a", "start": 19, "end": 44}]),
        question(qid="2", evidence=[{"doc_id": "a", "text": "They carried 99 soldiers."}]),
        question(qid="3"),
        question(qid="4", answers=["nobody"]),
    )
    found = read_dataset(path).questions
    assert [q.evidence[0].spans for q in found] == [
        (Span(19, 44),),
        (Span(19, 44),),
        (Span(32, 34),),
        (),
    ]
    assert [q.gold_of for q in found] == ["text", "text", "answers", "articles"]


def test_alternatives_and_types(tmp_path: Path) -> None:
    also = {"doc_id": "a", "start": 0, "end": 18, "text": "Two planes landed."}
    piece = {"doc_id": "a", "start": 19, "end": 44, "also": [also]}
    path = folder(tmp_path, question(evidence=[piece], type="figure", evidence_mode="any"))
    found = read_dataset(path).questions[0]
    assert found.evidence[0].spans == (Span(19, 44), Span(0, 18))
    assert (found.types, found.mode) == (("figure",), "any")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "Invalid JSON"),
        ({"qid": "1", "question": "?"}, "answerable"),
        (question(question=" "), "question is empty"),
        (question(evidence=[{"doc_id": "b"}]), "'b', which the corpus lacks"),
        (question(evidence=[{"doc_id": "a", "start": 40, "end": 99}]), "outside article 'a'"),
        (question(evidence=[{"doc_id": "a", "start": 5, "end": 5}]), "outside article 'a'"),
        (question(evidence=[{"doc_id": "a", "start": 0, "end": 3, "text": "No."}]), "not 'No.'"),
        (question(evidence=[{"doc_id": "a", "start": 0}]), "only one of start and end"),
        (question(evidence=[{"doc_id": "a", "text": "Three planes"}]), "does not hold"),
        (question(evidence=[], answers=[]), "neither evidence nor answers"),
        (question(answerable=False), "not answerable but has evidence"),
    ],
)
def test_bad_lines_are_refused_with_file_line_and_reason(
    tmp_path: Path, line: dict[str, Any] | str, reason: str
) -> None:
    good = question(qid="good")
    with pytest.raises(DatasetError) as error:
        read_dataset(folder(tmp_path, good, line))
    assert "questions.jsonl, line 2: " in str(error.value)
    assert reason in str(error.value)


def test_a_repeated_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"line 3: qid '1' is already on line 1"):
        read_dataset(folder(tmp_path, question(), question(qid="2"), question()))


def test_what_is_no_dataset_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"a dataset is a folder with corpus\.jsonl"):
        read_dataset(tmp_path)
    (tmp_path / "corpus.jsonl").write_text('{"doc_id": "a", "text": "x"}\n')
    with pytest.raises(DatasetError, match=r"no questions\.jsonl or queries\.jsonl"):
        read_dataset(tmp_path)
    (tmp_path / "questions.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(DatasetError, match="not UTF-8"):
        read_dataset(tmp_path)
    (tmp_path / "questions.jsonl").write_text("\n")
    with pytest.raises(DatasetError, match="holds no question"):
        read_dataset(tmp_path)


def test_a_corpus_with_a_bad_line_is_refused(tmp_path: Path) -> None:
    path = folder(tmp_path, question())
    with (path / "corpus.jsonl").open("a") as file:
        file.write('{"doc_id": "b"}\n')
    with pytest.raises(DatasetError, match=r"corpus\.jsonl"):
        read_dataset(path)


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    path = folder(tmp_path, question())
    for file in path.iterdir():
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert [each.qid for each in read_dataset(path).questions] == ["1"]


def test_sentences_of_the_dataset_itself(tmp_path: Path) -> None:
    path = folder(tmp_path, question())
    corpus = {"doc_id": "a", "text": TEXT, "sentences": ["Two planes landed. They", "carried 99 "]}
    (path / "corpus.jsonl").write_text(json.dumps(corpus))
    assert read_dataset(path).sentences == {"a": (Span(0, 23), Span(24, 34))}
    (path / "corpus.jsonl").write_text(json.dumps(corpus | {"sentences": ["99", "Two"]}))
    with pytest.raises(DatasetError, match=r"line 1: its text does not hold sentence 'Two'"):
        read_dataset(path)


def test_the_hash_sees_questions_and_articles_and_a_sample_is_the_same_each_time(
    tmp_path: Path,
) -> None:
    lines = [question(qid=str(n)) for n in range(20)]
    whole = read_dataset(folder(tmp_path, *lines))
    part = sample(whole, 5)
    assert [q.qid for q in part.questions] == [q.qid for q in sample(whole, 5).questions]
    assert len(part.questions) == 5
    other = read_dataset(folder(tmp_path, *lines[:-1]))
    assert len({whole.sha256, part.sha256, other.sha256}) == 3
