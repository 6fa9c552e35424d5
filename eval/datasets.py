"""Any dataset on disk, read by its form: a folder of ours, a BEIR folder, or SQuAD JSON."""

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from eval.errors import DatasetError
from eval.readers.beir import read_beir
from eval.readers.corpus import read_corpus, read_sentences
from eval.readers.folder import read_questions
from eval.readers.squad import read_squad
from eval.schema import Dataset, Question
from index.schema import Article


def read_dataset(path: Path) -> Dataset:
    """The dataset at `path`.

    Raises:
        DatasetError: it has none of the forms, or something in it does not fit.
    """
    if path.suffix == ".json" and os.path.isfile(path):
        articles, questions = read_squad(path)
        return made(path.stem, articles, questions)
    corpus = path / "corpus.jsonl"
    if not os.path.isfile(corpus):
        raise DatasetError(
            path, None, "a dataset is a folder with corpus.jsonl, or a SQuAD file ending in .json"
        )
    articles = read_corpus(corpus)
    if (path / "questions.jsonl").is_file():
        questions = read_questions(path / "questions.jsonl", articles)
        dataset = made(path.name, articles, questions)
        return replace(dataset, sentences=read_sentences(corpus, articles), paths=(corpus,))
    if (path / "queries.jsonl").is_file():
        return replace(made(path.name, articles, read_beir(path, articles)), paths=(corpus,))
    raise DatasetError(path, None, "beside corpus.jsonl stands no questions.jsonl or queries.jsonl")


def made(name: str, articles: Mapping[str, Article], questions: Sequence[Question]) -> Dataset:
    """A dataset with its hash."""
    digest = hashlib.sha256(corpus_sha256(articles.values()).encode())
    for question in questions:
        digest.update(repr(question).encode())
    return Dataset(name, articles, tuple(questions), digest.hexdigest())


def corpus_sha256(articles: Iterable[Article]) -> str:
    """One hash over every article's id and text, whatever their order."""
    digest = hashlib.sha256()
    for key, text in sorted((article.id, article.sha256) for article in articles):
        digest.update(f"{key}\0{text}\n".encode())
    return digest.hexdigest()


def subset(dataset: Dataset, wanted: Callable[[Question], bool]) -> Dataset:
    """The dataset with the questions that are wanted, in order."""
    kept = [question for question in dataset.questions if wanted(question)]
    cut = made(dataset.name, dataset.articles, kept)
    return replace(dataset, questions=cut.questions, sha256=cut.sha256)


def sample(dataset: Dataset, count: int) -> Dataset:
    """The dataset with `count` of its questions, the same ones each time, spread by hash."""
    chosen = sorted(dataset.questions, key=lambda q: hashlib.sha256(q.qid.encode()).digest())
    kept = {question.qid for question in chosen[:count]}
    return subset(dataset, lambda question: question.qid in kept)
