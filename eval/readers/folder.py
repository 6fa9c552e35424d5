"""A dataset folder: `corpus.jsonl` and `questions.jsonl`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter

from eval import gold
from eval.errors import DatasetError
from eval.readers.lines import read_lines
from eval.schema import Evidence, Question
from index.schema import Article, Span


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A piece of evidence as written: an article, and its words or offsets where known."""

    doc_id: str
    text: str | None = None
    start: int | None = None
    end: int | None = None
    also: tuple["AlsoLine", ...] = ()


@dataclass(frozen=True, slots=True)
class AlsoLine:
    """Another place of the same article that serves in the piece's stead."""

    doc_id: str
    start: int
    end: int
    text: str | None = None


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A line of `questions.jsonl`; fields that are not named here are ignored."""

    qid: str
    question: str
    answerable: bool
    answers: tuple[str, ...] = ()
    evidence: tuple[EvidenceLine, ...] = ()
    evidence_mode: Literal["any", "all"] = "all"
    type: str | tuple[str, ...] | None = None
    history: tuple[str, ...] = ()
    wrong_answers: tuple[str, ...] | None = None


_LINE = TypeAdapter(QuestionLine)


def read_questions(path: Path, articles: Mapping[str, Article]) -> list[Question]:
    """The questions of one file, their gold located in the articles.

    Raises:
        DatasetError: a line does not fit, names an unknown article, repeats an id, or has gold
            that does not stand where it says.
    """
    questions: list[Question] = []
    seen: dict[str, int] = {}
    for number, line in read_lines(path, _LINE):
        if line.qid in seen:
            raise DatasetError(
                path, number, f"qid {line.qid!r} is already on line {seen[line.qid]}"
            )
        seen[line.qid] = number
        try:
            questions.append(_question(line, articles))
        except ValueError as error:
            raise DatasetError(path, number, f"question {line.qid!r}: {error}") from None
    if not questions:
        raise DatasetError(path, None, "it holds no question")
    return questions


def _question(line: QuestionLine, articles: Mapping[str, Article]) -> Question:
    if not line.question.strip():
        raise ValueError("the question is empty")
    if line.answerable and not line.evidence and not line.answers:
        raise ValueError("it is answerable but has neither evidence nor answers")
    if line.evidence and not line.answerable:
        raise ValueError("it is not answerable but has evidence")
    evidence = tuple(_evidence(piece, line.answers, articles) for piece in line.evidence)
    types = (line.type,) if isinstance(line.type, str) else line.type or ()
    return Question(
        line.qid,
        line.question,
        line.answerable,
        line.answers,
        evidence,
        line.evidence_mode,
        _gold_of(line.evidence, evidence),
        types,
        line.history,
        line.wrong_answers,
    )


def _evidence(
    piece: EvidenceLine, answers: Sequence[str], articles: Mapping[str, Article]
) -> Evidence:
    article = articles.get(piece.doc_id)
    if article is None:
        raise ValueError(f"its evidence names article {piece.doc_id!r}, which the corpus lacks")
    if piece.start is not None and piece.end is not None:
        made = gold.by_offsets(article, piece.start, piece.end, piece.text)
        return replace(made, spans=(*made.spans, *(_also(each, article) for each in piece.also)))
    if piece.start is not None or piece.end is not None:
        raise ValueError("its evidence has only one of start and end")
    if piece.text is not None:
        return gold.by_text(article, piece.text)
    return gold.by_answers(article, answers)


def _also(line: AlsoLine, article: Article) -> Span:
    if line.doc_id != article.id:
        raise ValueError(f"its evidence in {article.id!r} has an also in {line.doc_id!r}")
    return gold.by_offsets(article, line.start, line.end, line.text).spans[0]


def _gold_of(
    lines: Sequence[EvidenceLine], evidence: Sequence[Evidence]
) -> Literal["text", "answers", "articles"]:
    if not any(piece.spans for piece in evidence):
        return "articles"
    if all(line.text is not None or line.start is not None for line in lines):
        return "text"
    return "answers"
