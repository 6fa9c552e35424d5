import json
from pathlib import Path

import pytest

from eval.datasets import read_dataset
from eval.decomposition import measure, of_several_parts
from eval.errors import DatasetError
from eval.model_parts import model_parts
from eval.schema import Dataset
from index.build import build_index
from rag.engine import Engine, open_engine
from rag.settings import Settings
from rag.writer.errors import WriterError

ASKED = (
    "Does the Daily Owl article say that the old bridge in Tarn was closed, "
    "while the Morning Lark article says that bread became dearer in Tarn?"
)
PARTS = [
    "Does the Daily Owl article say that the old bridge in Tarn was closed?",
    "Does the Morning Lark article say that bread became dearer in Tarn?",
]
OWL = "The old bridge in Tarn was closed on Monday."
LARK = "Bread became dearer in Tarn."
ARTICLES = [
    {"id": "a", "source": "The Daily Owl", "text": f"{OWL} Engineers blamed the rust."},
    {"id": "b", "source": "Morning Lark", "text": f"{LARK} Bakers blamed flour."},
    {"id": "c", "source": "Evening Crow", "text": "Nobody in Tarn sells eels."},
]
BOTH = [{"doc_id": "a", "text": OWL}, {"doc_id": "b", "text": LARK}]
QUESTIONS = [
    {"qid": "two", "question": ASKED, "answerable": True, "evidence": BOTH},
    {"qid": "one", "question": "Eels?", "answerable": True, "evidence": BOTH[:1]},
    {"qid": "none", "question": "Figs?", "answerable": False, "evidence": []},
]


def lines(path: Path, records: list[dict[str, object]]) -> None:
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")


@pytest.fixture(scope="module")
def tarn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Engine, Dataset]:
    folder = tmp_path_factory.mktemp("tarn")
    lines(folder / "corpus.jsonl", [dict(each) for each in ARTICLES])
    lines(folder / "questions.jsonl", QUESTIONS)
    settings = Settings(index=folder / "index")
    build_index([folder / "corpus.jsonl"], settings)
    return open_engine(settings), read_dataset(folder)


def writes(content: str) -> object:
    return model_parts(ASKED, lambda messages: content)


def test_only_questions_with_several_pieces_of_evidence_are_asked(
    tarn: tuple[Engine, Dataset],
) -> None:
    several = of_several_parts(tarn[1])
    assert [each.qid for each in several.questions] == ["two"]
    single = Dataset("single", tarn[1].articles, tarn[1].questions[1:], "")
    with pytest.raises(DatasetError, match="single: no question needs two"):
        of_several_parts(single)


def test_the_models_parts_are_searched_like_those_of_the_rules(
    tarn: tuple[Engine, Dataset],
) -> None:
    engine, dataset = tarn
    asked: list[str] = []

    def complete(messages: list[dict[str, str]]) -> str:
        asked.append(messages[-1]["content"])
        return json.dumps({"parts": PARTS})

    found = measure(engine, of_several_parts(dataset), complete)
    assert asked == [ASKED]
    (searched,) = found.searched
    assert searched.parts == {
        "whole": (),
        "rules": ("Does the old bridge in Tarn was closed", "bread became dearer in Tarn?"),
        "model": ("Does the old bridge in Tarn was closed?", "Does bread became dearer in Tarn?"),
    }
    assert searched.values["model"] == {"all evidence@10": 1.0, "evidence recall@10": 1.0}
    assert [(each.old, each.new) for each in found.compared] == [
        ("whole", "rules"),
        ("whole", "model"),
        ("rules", "model"),
    ]
    assert found.failed == 0


def test_where_the_model_gives_nothing_the_question_is_searched_whole(
    tarn: tuple[Engine, Dataset],
) -> None:
    def down(messages: list[dict[str, str]]) -> str:
        raise WriterError("It is down.")

    engine, dataset = tarn
    several = of_several_parts(dataset)
    found = measure(engine, several, down)
    assert (found.failed, found.searched[0].parts["model"]) == (1, ())
    found = measure(engine, several, lambda messages: json.dumps({"parts": [ASKED]}))
    assert (found.failed, found.searched[0].parts["model"]) == (0, ())
    empty = json.dumps({"parts": [PARTS[0], "The Daily Owl article"]})
    assert measure(engine, several, lambda messages: empty).searched[0].parts["model"] == ()
    alone = measure(engine, several)
    assert [(each.old, each.new) for each in alone.compared] == [("whole", "rules")]


def test_parts_are_read_strictly() -> None:
    assert writes(json.dumps({"parts": [" a  b ", "c"]})) == ("a b", "c")
    for content in (
        "no JSON",
        "[" * 100_000,
        json.dumps(PARTS),
        json.dumps({"parts": PARTS, "answer": "yes"}),
        json.dumps({"parts": "a b"}),
        json.dumps({"parts": []}),
        json.dumps({"parts": ["a", "b", "c", "d", "e"]}),
        json.dumps({"parts": ["a", 2]}),
        json.dumps({"parts": ["a", " ?"]}),
        json.dumps({"parts": ["a", "b" * 2001]}),
        json.dumps({"parts": ["a", "b\ud800"]}),
    ):
        assert writes(content) is None, content[:60]
