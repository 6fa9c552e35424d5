"""The articles written for training that were held out from it, as a question set to fit on."""

import hashlib
from collections.abc import Iterator
from itertools import chain

from eval.datasets import made
from eval.schema import Dataset, Evidence, Question
from eval.train.sources.rows import Row
from eval.train.sources.written import read_written, written_held_out
from index.schema import Article, Span


def written_set() -> Dataset:
    """Every question and twin of the articles held out; each sentence of its gold is one piece."""
    articles: dict[str, Article] = {}
    questions: list[Question] = []
    for row in read_written():
        if written_held_out(row["id"]):
            article, spans = _article(row)
            articles[article.id] = article
            questions.extend(_questions(row, spans))
    return made("written", articles, questions)


def _article(row: Row) -> tuple[Article, list[Span]]:
    """The article, paragraphs apart by an empty line, and where its sentences stand."""
    spans: list[Span] = []
    at = 0
    for paragraph in row["paragraphs"]:
        for sentence in paragraph:
            spans.append(Span(at, at + len(sentence)))
            at += len(sentence) + 1
        at += 1
    text = "\n\n".join(" ".join(paragraph) for paragraph in row["paragraphs"])
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(row["id"], text, digest, row["title"], row["source"]), spans


def _questions(row: Row, spans: list[Span]) -> Iterator[Question]:
    article = row["id"]
    pairs = row.get("pairs", ())
    for number, asked in enumerate(chain(row["answerable"], pairs)):
        pieces = tuple(Evidence(article, (spans[i],)) for i in asked["gold"])
        yield Question(f"{article}-a{number}", asked["q"], True, evidence=pieces, mode="any")
    twins = (pair["twin"] for pair in pairs)
    for number, text in enumerate(chain((each["q"] for each in row["unanswerable"]), twins)):
        yield Question(f"{article}-u{number}", text, False)
