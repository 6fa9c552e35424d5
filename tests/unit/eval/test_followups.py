import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from eval.errors import DatasetError
from eval.followups import Turn, measure, read_turns
from rag.schema import Filters, Hit


class FakeSearch:
    """Finds one passage for each word; a history adds its words."""

    def search(
        self, question: str, k: int = 10, history: Sequence[str] = (), filters: Filters = Filters()
    ) -> list[Hit]:
        words = " ".join([*history, question]).split()
        return [Hit(n, -n, word, 0, 1, "x") for n, word in enumerate(dict.fromkeys(words), 1)][:k]


def test_overlap_with_the_human_rewrite() -> None:
    turns = [Turn("1", "b", "a b", ("a",)), Turn("2", "a b", "a b", ("a",))]
    found = measure(FakeSearch(), turns)
    assert found.overlaps == {"1": (0.5, 1.0), "2": (1.0, 1.0)}
    assert (found.turns, found.raw, found.ours) == (2, 0.75, 1.0)
    assert found.p == pytest.approx(1, abs=0.01)


def test_both_forms_are_read_and_first_turns_left_out(tmp_path: Path) -> None:
    plain = {"qid": "1", "question": "It?", "rewrite": "The plane?", "history": ["Planes?"]}
    first = {"qid": "0", "question": "Planes?", "rewrite": "Planes?", "history": []}
    mtrag = {
        "qid": "2",
        "history_and_question": "|user|: a\n|user|: b\n|user|: c",
        "last_turn": "|user|: c",
        "rewrite": "|user|: a c",
    }
    path = tmp_path / "turns.jsonl"
    path.write_text("\n".join(map(json.dumps, (first, plain, mtrag))))
    assert read_turns(path) == [
        Turn("1", "It?", "The plane?", ("Planes?",)),
        Turn("2", "c", "a c", ("a", "b")),
    ]


def test_a_file_without_follow_ups_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "turns.jsonl"
    path.write_text('{"qid": "0", "question": "a", "rewrite": "a"}')
    with pytest.raises(DatasetError, match="no turn in it has a history"):
        read_turns(path)
    path.write_text('{"qid": "0"}')
    with pytest.raises(DatasetError, match="line 1"):
        read_turns(path)
