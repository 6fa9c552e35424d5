"""`pincite eval DATASET --writer ...`, whole and with --parts, against a server that behaves."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.unit.rag.writer import bad_server as bad
from ui.cli import app

PLANES = "Two planes landed in Caracas."
SHIPS = "Three ships left the old harbour."
BOTH = [{"doc_id": "a", "text": PLANES}, {"doc_id": "b", "text": SHIPS}]
ASKED = {
    "1": "How many planes landed in Caracas?",
    "2": "How many ships left the old harbour?",
    "3": "How many planes landed in Caracas and which ships left the old harbour?",
}


@pytest.fixture
def dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    home = tmp_path / "small"
    home.mkdir()
    corpus = [{"id": "a", "text": PLANES}, {"id": "b", "text": SHIPS}]
    asked = [
        {"qid": qid, "question": question, "answerable": True, "evidence": BOTH}
        for qid, question in ASKED.items()
    ]
    asked.append({"qid": "4", "question": "Why?", "answerable": False, "evidence": []})
    (home / "corpus.jsonl").write_text("\n".join(map(json.dumps, corpus)))
    (home / "questions.jsonl").write_text("\n".join(map(json.dumps, asked)))
    return home


def evaluated(server: bad.BadServer, *flags: str) -> str:
    writer = f"openai:{server.spec.base_url}#{server.spec.model}"
    arguments = ["eval", "small", "--writer", writer, *flags]
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_limit_scores_a_part_and_resume_asks_only_the_rest(dataset: Path) -> None:
    home = Path("var/eval/small-writer/written.jsonl")
    with bad.serving(bad.states((PLANES, [1]))) as server:
        assert "2 questions, 2 answered" in evaluated(server, "--limit", "2")
        assert len(server.asked) == 2
        with home.open("a") as file:
            file.write('{"qid":"half a li')
        assert "3 questions, 3 answered" in evaluated(server, "--resume")
        assert "1 questions, 1 answered" in evaluated(server, "--limit", "1", "--resume")
        assert "3 questions, 3 answered" in evaluated(server, "--resume")
        assert len(server.asked) == 3
        evaluated(server, "--limit", "1")
        assert len(server.asked) == 4
    assert len(home.read_text().splitlines()) == 1


def test_parts_are_written_and_held_against_the_rules(dataset: Path) -> None:
    content = json.dumps({"parts": ["How many planes landed?", "Which ships left?"]})
    with bad.serving(bad.writes(content), bad.writes("{}")) as server:
        told = evaluated(server, "--parts", "--limit", "2")
        assert len(server.asked) == 2
        assert "parts" in json.dumps(server.asked[0]["response_format"])
    assert "model: 1 of 2 questions taken apart." in told
    assert "The model gave nothing usable for 1." in told
    assert "rules and model have the same all evidence@10 on each of 2 questions." in told
    kept = json.loads(Path("var/eval/small-parts/parts.json").read_text())
    assert len(kept["searched"]) == 2
