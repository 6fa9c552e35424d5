"""The fixed question set over the five seed articles, and its two halves."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Literal

from eval.datasets import made
from eval.readers.corpus import read_corpus
from eval.readers.folder import read_questions
from eval.schema import Dataset

QUESTIONS = Path(__file__).parent / "fixed" / "questions.jsonl"

Half = Literal["tune", "judge"]


def read_fixed(seeds: Path, questions: Path = QUESTIONS) -> Dataset:
    """The set; its writer read every article for every question, so it is complete.

    Raises:
        DatasetError: the questions do not fit the articles.
    """
    articles = read_corpus(seeds)
    dataset = made("fixed", articles, read_questions(questions, articles))
    return replace(dataset, complete=True, paths=(seeds,))


def is_fixed(dataset: Dataset) -> bool:
    """Whether it is this set, or a part of it, and not one that only has its name."""
    return dataset.complete and dataset.name == "fixed"


def half(qid: str) -> Half:
    """The half of a question, by its hash: settings are fitted on "tune" alone."""
    return "judge" if int(hashlib.sha256(qid.encode()).hexdigest(), 16) % 2 else "tune"


def locked_sha256(questions: Path = QUESTIONS) -> str:
    """The hash by which the gate locks the set: of the file as it stands."""
    return hashlib.sha256(questions.read_bytes()).hexdigest()
