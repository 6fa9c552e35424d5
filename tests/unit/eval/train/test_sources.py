import json
from itertools import chain
from pathlib import Path

import pytest

from eval.train.sources.coqa import alone
from eval.train.sources.written import FOLDER, cuts, written

ARTICLE = {
    "id": "tarn-001",
    "title": "The bridge of Tarn",
    "paragraphs": [
        ["The bridge of Tarn was closed on Monday.", "Rust had eaten two of its nine piers."],
        ["Mayor Anna Krol wants a ferry until spring.", "She did not say who pays for it."],
    ],
    "answerable": [{"q": "Why can nobody cross any more?", "gold": [1]}],
    "unanswerable": [{"q": "What will the ferry cost?", "near": 3}],
}
SHIPPED = [
    json.loads(line)
    for file in sorted(FOLDER.glob("*.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tarn.jsonl").write_text(json.dumps(ARTICLE) + "\n", encoding="utf-8")
    return tmp_path


def test_a_question_is_asked_of_the_window_that_answers_it(folder: Path) -> None:
    (answered,) = [each for each in written(False, folder) if each.answerable]
    quoted = [
        answered.passage.text[slice(*answered.passage.sentences[i])] for i in answered.support
    ]
    assert quoted == ["Rust had eaten two of its nine piers."]


def test_a_near_miss_is_asked_of_the_window_that_comes_nearest(folder: Path) -> None:
    missed = [each for each in written(False, folder) if each.qid == "tarn-001-u0"]
    assert any("who pays" in each.passage.text for each in missed)
    assert not any(each.answerable or each.support for each in missed)


def test_windows_hold_every_sentence_of_every_shipped_article_once() -> None:
    for row in SHIPPED:
        held = [
            passage.text[start:end] for passage, _ in cuts(row) for start, end in passage.sentences
        ]
        assert held == list(chain.from_iterable(row["paragraphs"])), row["id"]


def test_shipped_articles_name_sentences_that_they_have() -> None:
    assert len({row["id"] for row in SHIPPED}) == len(SHIPPED) > 600
    for row in SHIPPED:
        count = sum(map(len, row["paragraphs"]))
        named = [n for asked in row["answerable"] for n in asked["gold"]]
        named += [asked["near"] for asked in row["unanswerable"]]
        assert all(0 <= number < count for number in named), row["id"]


@pytest.mark.parametrize(
    ("question", "stands"),
    [
        ("Who was the mayor of Tarn?", True),
        ("Where did she live then?", False),
        ("Why?", False),
        ("What did the other one say?", False),
    ],
)
def test_turns_that_lean_on_others_are_left_out(question: str, stands: bool) -> None:
    assert alone(question) == stands
