import json
from pathlib import Path

import pytest

from rag.reply_json import load
from rag.schema import Answer

LINES = [
    {"qid": "soldiers", "question": "How many soldiers did the two Russian planes carry?"},
    {"qid": "moon", "question": "What is the capital of Mongolia?"},
    {"qid": "who", "question": "Who commanded them?", "history": ["How many soldiers came?"]},
]


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(map(json.dumps, LINES)), encoding="utf-8")
    return path


def lines(path: Path) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_batch_goes_on_where_it_stopped(pincite, questions: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    out = tmp_path / "replies.jsonl"
    done = pincite("batch", questions, "--out", out)
    assert (done.returncode, done.stdout) == (0, "")
    whole = out.read_text(encoding="utf-8")
    replies = lines(out)
    assert [reply["qid"] for reply in replies] == ["soldiers", "moon", "who"]
    assert all(set(reply) == {"qid", "reply", "seconds"} for reply in replies)
    assert isinstance(load(json.dumps(replies[0]["reply"])), Answer)

    first, second, _ = whole.splitlines(keepends=True)
    out.write_text(first + second[:40], encoding="utf-8")
    done = pincite("batch", questions, "--out", out)
    assert "2 replies written, 1 there before" in done.stderr
    assert out.read_text(encoding="utf-8").startswith(first)
    assert [reply["qid"] for reply in lines(out)] == ["soldiers", "moon", "who"]

    out.write_text(first, encoding="utf-8")
    done = pincite("batch", questions, "--out", out, "--until", "2030")
    assert "1 there before, 1 of them over another index or with other filters" in done.stderr
    out.write_text(whole, encoding="utf-8")

    stood = out.read_bytes()
    assert pincite("batch", questions, "--out", out).returncode == 0
    assert out.read_bytes() == stood
    assert pincite("verify", out).returncode == 0


def test_a_bad_question_stops_a_batch_and_loses_nothing(  # type: ignore[no-untyped-def]
    refused, questions: Path, tmp_path: Path
) -> None:
    out = tmp_path / "replies.jsonl"
    with questions.open("a", encoding="utf-8") as file:
        file.write('\n{"qid": "empty", "question": ""}\n')
    assert "questions.jsonl line 4: The question is empty" in refused(
        "batch", questions, "--out", out
    )
    assert len(lines(out)) == 3
    questions.write_text("not json\n", encoding="utf-8")
    assert "questions.jsonl line 1: " in refused("batch", questions, "--out", out)
    assert len(lines(out)) == 3


def test_a_file_of_something_else_is_not_written_over(  # type: ignore[no-untyped-def]
    refused, questions: Path
) -> None:
    stood = questions.read_bytes()
    assert "is named twice" in refused("batch", questions, "--out", questions)
    assert "is named twice" in refused("search", questions, "--out", questions)
    assert "is named twice" in refused("search", questions, "--out", "run", "--trec", "run")
    assert questions.read_bytes() == stood


def test_search_ranks_passages(pincite, questions: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    out, trec = tmp_path / "run.jsonl", tmp_path / "run.trec"
    done = pincite("search", questions, "--out", out, "--k", "5", "--trec", trec)
    assert (done.returncode, done.stdout) == (0, "")
    run = lines(out)
    assert [ranking["qid"] for ranking in run] == ["soldiers", "moon", "who"]
    for ranking in run:
        assert [hit["rank"] for hit in ranking["hits"]] == [1, 2, 3, 4, 5]
        scores = [hit["score"] for hit in ranking["hits"]]
        assert scores == sorted(set(scores), reverse=True)
    assert "99 soldiers" in run[0]["hits"][0]["text"]
    columns = [line.split() for line in trec.read_text(encoding="utf-8").splitlines()]
    assert len(columns) == 15
    hit = run[0]["hits"][0]
    passage = f"{hit['article_id']}:{hit['start']}-{hit['end']}"
    assert columns[0] == ["soldiers", "Q0", passage, "1", repr(hit["score"]), "pincite"]
