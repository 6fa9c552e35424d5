import json
from pathlib import Path

import pytest

from eval.datasets import read_dataset
from eval.schema import Dataset

SUBJECTS = ("planes", "ships", "trains", "bridges", "mines", "harbours", "banks", "schools")


@pytest.fixture
def dataset_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "small"
    folder.mkdir()
    articles, questions = [], []
    for number in range(24):
        subject = f"{SUBJECTS[number % 8]}{number}"
        text = f"Nothing is said here first. The {subject} arrived with {number + 40} people."
        articles.append({"doc_id": f"a:{number}", "title": f"On {subject}", "text": text})
        questions.append(
            {
                "qid": str(number),
                "question": f"How many people arrived with the {subject} ?",
                "answerable": True,
                "answers": [str(number + 40)],
                "evidence": [{"doc_id": f"a:{number}", "text": text.split(". ")[1]}],
            }
        )
    for name, rows in (("corpus", articles), ("questions", questions)):
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(lines)
    return folder


@pytest.fixture
def dataset(dataset_folder: Path) -> Dataset:
    return read_dataset(dataset_folder)
