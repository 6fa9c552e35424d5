from dataclasses import replace
from pathlib import Path

from eval.kept_writing import begin, keep, kept_writing
from eval.schema import Question
from eval.writing import WrittenReply
from rag.schema import Reply, Written, WrittenStatement
from tests.unit.rag.writer.quotes import answer
from tests.unit.ui.chat.replies import not_found

WROTE = Written((WrittenStatement("Two planes landed.", (1,)),), "small", 2.0)
QUOTES = answer("Two planes landed on Monday.")
QUESTIONS = [Question(qid, "What happened?", True, gold_of="answers") for qid in ("a", "b")]


def found(home: Path, model: str = "small") -> list[str]:
    return [each.qid for each in kept_writing(home, QUESTIONS, model)]


def saved(home: Path, qid: str, reply: Reply) -> None:
    keep(home, WrittenReply(qid, reply))


def test_a_stopped_run_goes_on(tmp_path: Path) -> None:
    home = tmp_path / "written.jsonl"
    assert found(home) == []
    saved(home, "a", replace(QUOTES, written=WROTE))
    saved(home, "b", replace(not_found(), question="What happened?"))
    with home.open("ab") as file:
        file.write('{"qid":"b","reply":{"id":"é'.encode()[:-1])
    assert found(home) == ["a", "b"]


def test_what_comes_after_a_half_written_end_is_kept_too(tmp_path: Path) -> None:
    home = tmp_path / "written.jsonl"
    begin(home, resume=True)
    saved(home, "b", replace(QUOTES, written=WROTE))
    with home.open("a") as file:
        file.write('{"qid":"a","reply":{"id"')
    begin(home, resume=True)
    saved(home, "a", replace(QUOTES, written=WROTE))
    assert found(home) == ["a", "b"]
    assert len(home.read_text().splitlines()) == 2
    begin(home, resume=False)
    assert found(home) == []


def test_a_line_separator_in_a_quote_is_no_end_of_a_line(tmp_path: Path) -> None:
    home = tmp_path / "written.jsonl"
    saved(home, "a", replace(answer("Two planes\u2028landed."), written=WROTE))
    assert found(home) == ["a"]


def test_a_part_of_the_questions_leaves_the_other_replies_there(tmp_path: Path) -> None:
    home = tmp_path / "written.jsonl"
    for qid in ("b", "a"):
        saved(home, qid, replace(QUOTES, written=WROTE))
    begin(home, resume=True)
    assert [each.qid for each in kept_writing(home, QUESTIONS[:1], "small")] == ["a"]
    assert found(home) == ["a", "b"]


def test_what_is_not_of_this_run_is_asked_again(tmp_path: Path) -> None:
    home = tmp_path / "written.jsonl"
    saved(home, "a", replace(QUOTES, written=replace(WROTE, failure="It failed.")))
    saved(home, "b", replace(QUOTES, question="What else?", written=WROTE))
    saved(home, "c", replace(QUOTES, written=WROTE))
    assert found(home) == []
    saved(home, "a", replace(QUOTES, written=WROTE))
    assert found(home) == ["a"]
    assert found(home, "another model") == []
