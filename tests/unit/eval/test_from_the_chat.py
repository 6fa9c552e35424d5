"""`pincite eval --review`, `--promote` and `--followups` over a real index of one article."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from eval.datasets import read_dataset
from eval.errors import JudgementError
from eval.judgements import Judgement, keep
from index.manifest import read as read_manifest
from index.opened import open_contents
from ui.cli import app

TEXT = "Two Russian planes landed in Caracas. They carried 99 soldiers and some tons of equipment."


@pytest.fixture
def judgement(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Judgement:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "planes.txt").write_text(TEXT)
    pincite("index", "news")
    home = Path("var/index")
    article = open_contents(home, read_manifest(home)).articles["planes.txt"]
    where = (article.id, article.sha256, 38, 90, TEXT[38:90])
    return Judgement("2026-01-02T03:04:05Z", "How many?", (), "up", "c1", *where, "right\x1b[31m")


def pincite(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_reviewed_and_promoted(judgement: Judgement, tmp_path: Path) -> None:
    assert "No judgement is waiting" in pincite("eval", "--review")
    keep(judgement)
    told = pincite("eval", "--review")
    assert judgement.id in told
    assert "“They carried 99 soldiers" in told
    assert "\x1b" not in told
    told = pincite("eval", "--promote", "mine", "--judgement", judgement.id)
    assert told == "mine: 1 questions added, 1 in all.\n"
    (question,) = read_dataset(tmp_path / "mine").questions
    assert question.evidence[0].spans == ((38, 90),)


def test_what_to_promote_must_be_named(judgement: Judgement) -> None:
    keep(judgement)
    with pytest.raises(JudgementError, match="Name what to promote"):
        pincite("eval", "--promote", "mine")
    with pytest.raises(JudgementError, match="no judgement 'abc'"):
        pincite("eval", "--promote", "mine", "--judgement", "abc")
    assert not Path("mine").exists()


def test_follow_ups_are_measured(judgement: Judgement, tmp_path: Path) -> None:
    turn = {"qid": "1", "question": "How many soldiers did they carry?", "history": ["Planes?"]}
    turn |= {"rewrite": "How many soldiers did the planes carry?"}
    (tmp_path / "turns.jsonl").write_text(json.dumps(turn))
    told = pincite("eval", "--followups", "turns.jsonl")
    assert "human rewrite of 1 follow-ups, 100.0% are found" in told
    assert Path("var/eval/followups-turns/followups.json").is_file()
