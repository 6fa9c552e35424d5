from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from eval.datasets import read_dataset
from eval.errors import DatasetError, JudgementError
from eval.examine import examine_judgements
from eval.fixed_set import QUESTIONS
from eval.judgements import Judgement, keep, quarantined
from eval.promote import promote
from index.schema import Article, Span


@pytest.fixture
def up(articles: dict[str, Article]) -> Judgement:
    exact = articles["planes"].text[30:55]
    digest = articles["planes"].sha256
    of = ("2026-01-02T03:04:05Z", "How many?", (), "up", "planes.30-55.x")
    return Judgement(*of, "planes", digest, 30, 55, exact, "thanks")  # type: ignore[arg-type] # a literal from a tuple


def test_judgements_are_only_added(up: Judgement, tmp_path: Path) -> None:
    path = tmp_path / "deep" / "judgements.jsonl"
    assert quarantined(path) == []
    keep(up, path)
    keep(replace(up, verdict="down"), path)
    assert quarantined(path) == [up, replace(up, verdict="down")]
    assert path.stat().st_mode & 0o077 == 0
    assert len({each.id for each in quarantined(path)}) == 2


def test_a_note_has_its_length(up: Judgement, tmp_path: Path) -> None:
    with pytest.raises(JudgementError, match="2,001 characters"):
        keep(replace(up, note="x" * 2001), tmp_path / "j")
    assert not (tmp_path / "j").exists()


def test_a_file_that_cannot_be_written_is_said(up: Judgement, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(JudgementError, match="was not kept"):
        keep(up, tmp_path / "file" / "judgements.jsonl")


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "j").write_text('{"verdict": "maybe"}\n')
    with pytest.raises(DatasetError, match="line 1"):
        quarantined(tmp_path / "j")


def test_a_half_written_line_costs_nothing_else(up: Judgement, tmp_path: Path) -> None:
    """A full disk may cut a line; one that somebody left without its end is whole."""
    path = tmp_path / "judgements.jsonl"
    keep(up, path)
    with path.open("ab") as file:
        file.write(b'{"at": "2026-01-02T03:04:05Z", "question": "x')
    (found,) = examine_judgements(path)
    assert "line 2" in found.what
    keep(replace(up, verdict="down"), path)
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    keep(replace(up, note="last"), path)
    assert quarantined(path) == [up, replace(up, verdict="down"), replace(up, note="last")]
    assert list(examine_judgements(path)) == []


def test_many_judge_at_once(up: Judgement, tmp_path: Path) -> None:
    given = [replace(up, note=f"{n} " * 500) for n in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda each: keep(each, tmp_path / "j"), given))
    assert sorted(quarantined(tmp_path / "j"), key=given.index) == given


def test_approved_quotes_become_gold(
    up: Judgement, articles: dict[str, Article], tmp_path: Path
) -> None:
    other = replace(
        up, citation="planes.0-29.x", start=0, end=29, exact=articles["planes"].text[:29]
    )
    turned_down = replace(up, question="Why?", verdict="down")
    assert promote([up, other, turned_down], articles, tmp_path / "set") == (1, 1)
    (question,) = read_dataset(tmp_path / "set").questions
    assert question.question == "How many?"
    assert [e.spans for e in question.evidence] == [(Span(0, 29),), (Span(30, 55),)]
    assert (question.mode, question.types) == ("any", ("chat",))


def test_promoting_again_changes_nothing(
    up: Judgement, articles: dict[str, Article], tmp_path: Path
) -> None:
    promote([up], articles, tmp_path)
    before = (tmp_path / "questions.jsonl").read_bytes()
    assert promote([up], articles, tmp_path) == (1, 0)
    assert (tmp_path / "questions.jsonl").read_bytes() == before


def test_the_fixed_set_is_never_touched(up: Judgement, articles: dict[str, Article]) -> None:
    before = QUESTIONS.read_bytes()
    with pytest.raises(JudgementError, match="fixed set is never changed"):
        promote([up], articles, QUESTIONS.parent)
    assert QUESTIONS.read_bytes() == before


def test_a_quote_that_moved_or_is_disputed_is_refused(
    up: Judgement, articles: dict[str, Article], tmp_path: Path
) -> None:
    with pytest.raises(JudgementError, match="no longer stands"):
        promote([replace(up, start=31)], articles, tmp_path)
    with pytest.raises(JudgementError, match="no longer stands"):
        promote([replace(up, article_id="gone")], articles, tmp_path)
    with pytest.raises(JudgementError, match="contradict each other"):
        promote([up, replace(up, verdict="down")], articles, tmp_path)
    assert not (tmp_path / "questions.jsonl").exists()
