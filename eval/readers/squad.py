"""SQuAD JSON, 1.1 and 2.0: every paragraph an article, `title#number` its id."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from eval.errors import DatasetError
from eval.readers.lines import reason, text_of
from eval.schema import Evidence, Question
from index.schema import Article, Span


@dataclass(frozen=True, slots=True)
class Answer:
    """A gold answer and where it starts in its paragraph, in code points."""

    text: str
    answer_start: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A question; 1.1 has no `is_impossible`."""

    id: str
    question: str
    answers: tuple[Answer, ...] = ()
    is_impossible: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and the questions written for it."""

    context: str
    qas: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Titled:
    """The paragraphs of one Wikipedia article."""

    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Squad:
    """The file."""

    data: Annotated[tuple[Titled, ...], Field(min_length=1)]


_FILE = TypeAdapter(Squad)


def read_squad(path: Path) -> tuple[dict[str, Article], list[Question]]:
    """Articles by id, and questions.

    Raises:
        DatasetError: the file does not fit, repeats an id, or an answer does not stand at its
            start.
    """
    try:
        squad = _FILE.validate_json(text_of(path))
    except ValidationError as error:
        raise DatasetError(path, None, reason(error)) from None
    articles: dict[str, Article] = {}
    questions: dict[str, Question] = {}
    for titled in squad.data:
        for number, paragraph in enumerate(titled.paragraphs):
            article = _article(titled.title, number, paragraph.context)
            if article.id in articles:
                raise DatasetError(path, None, f"title {titled.title!r} is there twice")
            articles[article.id] = article
            for asked in paragraph.qas:
                if asked.id in questions:
                    raise DatasetError(path, None, f"question {asked.id!r} is there twice")
                questions[asked.id] = _question(path, asked, article)
    return articles, list(questions.values())


def _article(title: str, number: int, context: str) -> Article:
    text = context.replace("\r\n", "\n").replace("\r", "\n")
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(f"{title}#{number}", text, digest, title=title)


def _question(path: Path, asked: Asked, article: Article) -> Question:
    spans = set()
    for answer in asked.answers:
        end = answer.answer_start + len(answer.text)
        there = article.text[answer.answer_start : end]
        if answer.answer_start < 0 or not answer.text or there != answer.text:
            raise DatasetError(
                path,
                None,
                f"question {asked.id!r}: at {answer.answer_start} of {article.id!r} stands "
                f"{there!r}, not the answer {answer.text!r}",
            )
        spans.add(Span(answer.answer_start, end))
    if asked.is_impossible or not spans:
        return Question(asked.id, asked.question, False)
    answers = tuple(dict.fromkeys(answer.text for answer in asked.answers))
    evidence = (Evidence(article.id, tuple(sorted(spans))),)
    return Question(asked.id, asked.question, True, answers, evidence, gold_of="answers")
