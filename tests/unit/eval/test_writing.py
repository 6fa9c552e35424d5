import json
from dataclasses import replace
from pathlib import Path

import pytest

from eval.errors import DatasetError
from eval.schema import Question
from eval.writing import WrittenReply, as_shown, score_writing, written_replies
from eval.writing_labels import judged, read_labels
from rag.schema import Written, WrittenStatement
from tests.unit.rag.writer.quotes import answer

RIGHT = WrittenStatement("Two planes landed.", (1,))
WRONG = WrittenStatement("Three planes landed.", (1,), "the number Three does not stand")
NOWHERE = WrittenStatement("Two planes landed.", (9,), "there is no quote [9]")
QUOTES = answer("Two planes landed on Monday.", "The minister said nothing.")


def question(qid: str = "q1", answerable: bool = True) -> Question:
    return Question(
        qid, "How many planes landed?", answerable, answers=("Two planes",), gold_of="answers"
    )


def test_three_ways_of_one_reply() -> None:
    reply = replace(QUOTES, written=Written((RIGHT, WRONG, NOWHERE), "small", 2.0))
    assert as_shown(reply, "extractive") == reply
    unchecked, checked = as_shown(reply, "unchecked"), as_shown(reply, "checked")
    assert [each.citations for each in unchecked.statements] == [(1,), (1,), ()]
    assert [each.text for each in checked.statements] == ["Two planes landed."]
    assert [each.n for each in checked.citations] == [1]


def test_nothing_left_is_shown_as_the_quotes() -> None:
    reply = replace(QUOTES, written=Written((WRONG,), "small", 2.0))
    assert as_shown(reply, "checked") == reply


def test_counts_and_means() -> None:
    replies = [
        WrittenReply("q1", replace(QUOTES, written=Written((RIGHT, WRONG), "small", 2.0, 1))),
        WrittenReply("q2", replace(QUOTES, written=Written((), "small", 4.0, failure="No."))),
    ]
    score = score_writing([question("q1"), question("q2")], replies, {})
    assert (score.questions, score.answered, score.failures, score.alone) == (2, 2, 1, 1)
    assert (score.statements, score.malformed, score.struck) == (2, 1, {"number": 1})
    assert (score.seconds, score.search_seconds) == (3.0, 0.0)
    assert (score.copied, score.copied_struck) == (1, 0)
    assert (score.golden, score.golden_struck) == (1, 0)
    assert set(score.tests) == {
        "unchecked against extractive",
        "checked against extractive",
        "checked against unchecked",
    }
    assert score.means["citation precision"]["extractive"] == 0.5
    assert score.means["citation precision"]["checked"] == 0.75


def test_only_answerable_questions_are_asked() -> None:
    asked = written_replies([question("a"), question("b", answerable=False)], lambda each: QUOTES)
    assert [each.qid for each in asked] == ["a"]


def test_labels_against_the_check(tmp_path: Path) -> None:
    file = tmp_path / "labels.jsonl"
    rows = [("Two planes landed.", True), ("Three planes landed.", False)]
    rows += [("Both planes landed early.", True), ("Monday landed two planes.", False)]
    with file.open("w") as out:
        for text, supported in rows:
            line = {"qid": "q", "model": "m", "statement": {"text": text, "citations": [1]}}
            quotes = [[None, "Two planes landed on Monday."]]
            out.write(json.dumps({**line, "quotes": quotes, "supported": supported}) + "\n")
    assert [each.outcome for each in judged(read_labels(file))] == [
        "kept",
        "caught",
        "kept",
        "missed",
    ]


def test_what_is_no_label_is_named(tmp_path: Path) -> None:
    file = tmp_path / "labels.jsonl"
    file.write_text('{"qid": "q"}\n')
    with pytest.raises(DatasetError, match=r"line 1: no label"):
        read_labels(file)


def test_pairs_of_halueval_are_two_labels(tmp_path: Path) -> None:
    file = tmp_path / "halueval.jsonl"
    pair = {
        "knowledge": "The Oberoi Group has its head office in Delhi.",
        "question": "In what city is its head office?",
        "right_answer": "Delhi",
        "hallucinated_answer": "Its head office is in Mumbai.",
    }
    file.write_text(f"{json.dumps(pair)}\n" * 3)
    assert [each.outcome for each in judged(read_labels(file, 1))] == ["kept", "caught"]
