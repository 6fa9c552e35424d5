import json
from pathlib import Path

import pytest

from eval.datasets import read_dataset
from eval.indexes import fitting_settings
from index.opened import open_latest
from rag.settings import Settings


def titles(folder: Path, title: str) -> list[str | None]:
    """Of the articles in the dataset's own index, once theirs is `title`."""
    text = "Two planes landed on Saturday. They carried 99 soldiers."
    article = {"doc_id": "a", "title": title, "text": text}
    question = {"qid": "1", "question": "How many?", "answerable": True, "answers": ["99"]}
    (folder / "corpus.jsonl").write_text(json.dumps(article) + "\n")
    (folder / "questions.jsonl").write_text(json.dumps(question) + "\n")
    settings = fitting_settings(read_dataset(folder), Settings())
    return [each.title for each in open_latest(settings).articles.values()]


def test_an_index_of_the_same_texts_under_other_titles_is_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert titles(tmp_path, "Planes") == ["Planes"]
    assert titles(tmp_path, "Soldiers") == ["Soldiers"]
