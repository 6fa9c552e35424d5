"""The whole of `pincite eval` with the real engine on four questions."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from eval.errors import GateError, SweepError
from eval.kept_records import read_times
from eval.report.sweep_page import lines_of, sentence, sweep_markdown, sweep_page
from eval.sweep import Tried
from eval.written import read_run
from index.errors import IndexUnfitError
from rag.settings import Settings
from ui.cli import app

ARTICLES = {
    "planes": "Two Russian planes landed in Caracas on Saturday. They carried 99 soldiers and "
    "35 tons of equipment. Nobody said how long the soldiers would stay.",
    "gold": "The central bank of Venezuela sold eight tons of gold. The gold left by night. "
    "Buyers were not named by the bank.",
}
QUESTIONS = [
    ("1", "How many soldiers did the Russian planes carry?", "planes", "They carried 99 soldiers"),
    ("2", "How much gold did the central bank sell?", "gold", "sold eight tons of gold"),
    ("3", "Who won the football match in Madrid?", None, None),
]
FILES = {
    "comparison.json", "qrels.trec", "questions.csv", "questions.jsonl", "records.jsonl",
    "report.html", "report.md", "run.json", "run.trec", "pool.trec", "times.jsonl",
}  # fmt: skip


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    corpus = (json.dumps({"doc_id": k, "title": k, "text": t}) for k, t in ARTICLES.items())
    lines = []
    for qid, question, article, text in QUESTIONS:
        gold = [{"doc_id": article, "text": text}] if article else []
        line = {"qid": qid, "question": question, "answerable": bool(gold), "evidence": gold}
        lines.append(json.dumps(line))
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "corpus.jsonl").write_text("\n".join(corpus))
    (tmp_path / "set" / "questions.jsonl").write_text("\n".join(lines))
    return tmp_path


def pincite(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_two_runs_are_the_same_and_compare_as_the_same(work: Path) -> None:
    told = pincite("eval", "set", "--out", "a")
    assert "of 1 that they do not" in told
    assert "Every quote shown is verified." in told
    again = pincite("eval", "set", "--out", "b", "--compare", "a")
    assert "a and b have the same right outcome on each of 3 questions." in again
    assert {path.name for path in (work / "b").iterdir()} == FILES
    for name in FILES - {
        "comparison.json",
        "times.json",
        "times.jsonl",
        "report.html",
        "report.md",
    }:
        assert (work / "a" / name).read_bytes() == (work / "b" / name).read_bytes(), name
    outcomes = {o.qid: o for o in read_run(Path("a")).outcomes}
    assert outcomes["1"].values["Success@1"] == 1
    assert outcomes["2"].values["evidence recall@1"] == 1


def test_what_batch_and_search_saved_scores_like_the_engine(work: Path) -> None:
    questions = str(work / "set" / "questions.jsonl")
    pincite("index", "set/corpus.jsonl", "--index", "i")
    pincite("batch", questions, "--out", "replies.jsonl", "--index", "i")
    pincite("search", questions, "--out", "run.jsonl", "--index", "i")
    pincite("eval", "set", "--out", "engine", "--index", "i")
    pincite("eval", "set", "--out", "saved", "--replies", "replies.jsonl", "--run", "run.jsonl")
    engine, saved = (read_run(Path(name)).outcomes for name in ("engine", "saved"))
    for name in ("right outcome", "right quote first", "Success@1", "sentence F1"):
        assert [o.values.get(name) for o in engine] == [o.values.get(name) for o in saved], name
    assert [o.quotes for o in engine] == [o.quotes for o in saved]


def test_an_index_of_other_articles_is_refused(work: Path) -> None:
    (work / "other.txt").write_text("Something else entirely stands in this article.")
    pincite("index", "other.txt", "--index", "i")
    with pytest.raises(IndexUnfitError, match="lacks article 'planes'"):
        pincite("eval", "set", "--index", "i")


def test_the_gate_is_for_the_fixed_set(work: Path) -> None:
    with pytest.raises(GateError, match="leave DATASET and --limit away"):
        pincite("eval", "set", "--gate")


def test_a_sweep_is_drawn_and_goes_on_where_it_stopped(work: Path) -> None:
    (work / "grid.toml").write_text("[grid]\nthreshold = [0.0, 1.0]\n")
    told = pincite("eval", "set", "--sweep", "grid.toml", "--out", "s")
    assert "threshold 1.0" in told
    folders = sorted(path for path in (work / "s").iterdir() if path.is_dir())
    assert len(folders) == 2
    stamps = [(path / "records.jsonl").stat().st_mtime_ns for path in folders]
    assert pincite("eval", "set", "--sweep", "grid.toml", "--out", "s") == told
    assert [(path / "records.jsonl").stat().st_mtime_ns for path in folders] == stamps
    tried = [Tried({"threshold": n}, read_run(p), read_times(p)) for n, p in enumerate(folders)]
    lines = lines_of(tried)
    page = sweep_page(lines, "<set>")
    assert "&lt;set&gt;" in page
    assert "<polyline" in page
    assert sentence(lines).split(": ")[-1][1:] in page.replace("&#x27;", "'")
    assert sweep_markdown(lines, "set").count("\n| threshold") == 2
    (work / "grid.toml").write_text("[grid]\ncolour = [1]\n")
    with pytest.raises(SweepError, match="colour"):
        pincite("eval", "set", "--sweep", "grid.toml", "--out", "s")


def test_the_settings_of_a_run_stand_in_it(work: Path) -> None:
    pincite("eval", "set", "--out", "a", "--limit", "1")
    provenance = read_run(Path("a")).provenance
    assert provenance.questions == 1
    assert provenance.settings["passage_tokens"] == Settings().passage_tokens
    assert provenance.index_sha256
    assert provenance.code_sha256
