"""The price of int8, with stand-ins for both encoders."""

import json
from pathlib import Path

import numpy as np
import pytest

from eval.datasets import read_dataset
from index.embedder import Tell, Vectors

pytest.importorskip("onnx", reason="eval.precision comes with pincite[train]")

SUBJECTS = ("planes", "ships", "trains", "bridges")


class Letters:
    """Counts letters; `blind` ones see none of them."""

    name = "letters"

    def __init__(self, blind: bool = False) -> None:
        self._blind = blind

    def encode_passages(self, texts: list[str], tell: Tell) -> Vectors:
        tell(len(texts))
        return np.stack([self.encode_question(text) for text in texts])

    def encode_question(self, text: str) -> Vectors:
        counts = np.array([1, *(0 if self._blind else text.count(c) for c in "abdeghilnprst")])
        return (counts / np.linalg.norm(counts)).astype(np.float32)


def test_what_the_second_encoder_loses_is_told_with_its_interval(tmp_path: Path) -> None:
    from eval.precision import compared

    for name, rows in (
        ("corpus", [{"doc_id": each, "text": f"{each} {each}"} for each in SUBJECTS]),
        ("questions", [asked(number) for number in range(len(SUBJECTS))]),
    ):
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)))
    first, *others = compared(read_dataset(tmp_path), Letters(), Letters(blind=True))
    assert (first.measure, first.n, first.old, first.new) == ("Success@1", 4, 1, 0.25)
    assert first.low <= first.difference == -0.75 <= first.high < 0
    assert [each.difference for each in others if each.measure == "Success@10"] == [0]


def asked(number: int) -> dict[str, object]:
    subject = SUBJECTS[number]
    return {
        "qid": str(number),
        "question": subject,
        "answerable": True,
        "answers": [subject],
        "evidence": [{"doc_id": subject, "text": subject}],
    }
