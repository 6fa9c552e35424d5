"""The shipped reader over the packaged weights; skipped only where those are not on disk."""

import hashlib
import json
import math
from pathlib import Path

import pytest

from index.weights import default_folder
from rag.reader import MAX_TOKENS, READER, Reader, ReaderInput, Reading, encode
from rag.reranker import NAME

WEIGHTS = default_folder() / NAME
GOLDEN = json.loads(Path(__file__).with_name("reader_golden.json").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "model.onnx").is_file(), reason="the packaged weights are not on disk"
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open(WEIGHTS)


def given(row: dict) -> ReaderInput:
    return ReaderInput(row["text"], tuple(map(tuple, row["sentences"])), row["header"])


def numbers(reading: Reading) -> list[float]:
    return [reading.passage_score, reading.answerable, *reading.sentence_scores]


def test_shipped_file_is_the_one_named():
    digest, name = READER.with_name(READER.name + ".sha256").read_text().split()
    assert name == READER.name
    assert hashlib.sha256(READER.read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("row", GOLDEN, ids=lambda row: row["id"])
def test_int8_scores_are_near_the_trained_ones(reader, row):
    (reading,) = reader.read(row["question"], [given(row)])
    assert numbers(reading) == pytest.approx(row["float32"], abs=0.8)


@pytest.mark.parametrize("row", GOLDEN, ids=lambda row: row["id"])
def test_int8_scores_are_the_same_on_every_processor(reader, row):
    (reading,) = reader.read(row["question"], [given(row)])
    assert numbers(reading) == pytest.approx(row["int8"], abs=0.02)


@pytest.mark.parametrize("row", [r for r in GOLDEN if r["best"] is not None], ids=lambda r: r["id"])
def test_best_sentence_answers(reader, row):
    (reading,) = reader.read(row["question"], [given(row)])
    scores = reading.sentence_scores
    assert scores.index(max(scores)) == row["best"]


def test_a_reading_does_not_depend_on_its_neighbours(reader):
    question = GOLDEN[0]["question"]
    passages = [given(row) for row in GOLDEN]
    alone = [reader.read(question, [passage])[0] for passage in passages]
    assert reader.read(question, passages) == alone
    assert reader.read(question, passages[::-1]) == alone[::-1]


def test_no_passages_no_readings(reader):
    assert reader.read("Who?", []) == []


def test_a_passage_without_sentences_has_no_sentence_scores(reader):
    assert reader.read("Who?", [ReaderInput("A heading", ())])[0].sentence_scores == ()


def test_a_long_passage_is_read_to_its_end(reader):
    row = GOLDEN[0]
    size = len(row["text"]) + 1
    text = " ".join([row["text"]] * 12)
    spans = [(a + i * size, b + i * size) for i in range(12) for a, b in row["sentences"]]
    (reading,) = reader.read(row["question"], [ReaderInput(text, tuple(spans))])
    assert all(math.isfinite(score) for score in reading.sentence_scores)


def test_windows_hold_whole_sentences_and_fit(reader):
    text = " ".join(f"Sentence {i} says a little about the matter." for i in range(90))
    spans, at = [], 0
    for piece in text.split(". "):
        end = min(at + len(piece) + 1, len(text))
        spans.append((at, end))
        at = end + 1
    windows = list(encode(reader._tokenizer, "What?", ReaderInput(text, tuple(spans), "Title")))
    assert len(windows) > 1
    assert all(len(window.ids) <= MAX_TOKENS for window in windows)
    assert [s for window in windows for s, _, _ in window.sentences] == list(range(90))


def test_a_sentence_longer_than_a_window_is_read_from_its_start(reader):
    text = "Berlin is large " + "and large " * 600 + "."
    (reading,) = reader.read("Is Berlin large?", [ReaderInput(text, ((0, len(text)),))])
    assert math.isfinite(reading.sentence_scores[0])


def test_accents_and_other_scripts_keep_their_place(reader):
    text = "Juan Guaidó spoke in Caracas. 東京 is far. Zażółć gęślą jaźń, he said in March."
    spans = ((0, 29), (30, 40), (41, len(text)))
    (window,) = encode(reader._tokenizer, "Who?", ReaderInput(text, spans))
    words = [
        reader._tokenizer.decode(list(window.ids[first:end])) for _, first, end in window.sentences
    ]
    assert words[0].startswith("juan")
    assert words[0].endswith(".")
    assert words[1].startswith("東")
    assert words[2].startswith("zazo")
    assert words[2].endswith("march.")
