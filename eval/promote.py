"""Judgements that a person reviewed, written into a dataset folder as questions with gold."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from eval.errors import DatasetError, JudgementError
from eval.fixed_set import QUESTIONS
from eval.judgements import Judgement
from eval.readers.lines import read_lines
from eval.written import replace_text
from index.article_line import article_line
from index.schema import Article

_LINE = TypeAdapter(dict[str, Any])


def promote(
    judgements: Sequence[Judgement], articles: Mapping[str, Article], folder: Path
) -> tuple[int, int]:
    """Add approved quotes as questions to a dataset folder; how many questions, and how many new.

    Each question becomes one line whose evidence are the quotes that were approved; quotes that
    were only turned down are no evidence and add nothing. The corpus is written beside them, whole.

    Raises:
        JudgementError: the folder is the fixed set's, a quote no longer stands where it was, or a
            judgement contradicts another.
        DatasetError: what is in the folder already is no list of questions.
    """
    if folder.resolve() == QUESTIONS.parent.resolve():
        raise JudgementError("The fixed set is never changed from the chat; name another folder.")
    approved: dict[tuple[str, tuple[str, ...]], list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        if judgement.verdict == "up":
            _demand_standing(judgement, articles)
            approved[(judgement.question, judgement.history)].append(judgement)
    _demand_agreed(judgements)
    path = folder / "questions.jsonl"
    there = _there(path)
    new = {line["qid"]: line for line in map(_line, approved.values())}
    added = [qid for qid in new if qid not in there]
    lines = {**there, **new}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise JudgementError(f"The folder {folder} cannot be made ({error.strerror}).") from error
    replace_text(folder / "corpus.jsonl", "".join(map(article_line, articles.values())))
    replace_text(path, "".join(json.dumps(v, ensure_ascii=False) + "\n" for v in lines.values()))
    return len(lines), len(added)


def _demand_standing(judgement: Judgement, articles: Mapping[str, Article]) -> None:
    article = articles.get(judgement.article_id)
    span = slice(judgement.start, judgement.end)
    # A negative offset would count from the end, and be refused when the dataset is read.
    if article is None or judgement.start < 0 or article.text[span] != judgement.exact:
        raise JudgementError(
            f"Judgement {judgement.id}: its quote no longer stands at {judgement.start} of "
            f"{judgement.article_id!r}; leave it out"
        )


def _demand_agreed(judgements: Sequence[Judgement]) -> None:
    said: dict[tuple[str, tuple[str, ...], str], Judgement] = {}
    for judgement in judgements:
        about = (judgement.question, judgement.history, judgement.citation)
        before = said.setdefault(about, judgement)
        if before.verdict != judgement.verdict:
            raise JudgementError(
                f"Judgements {before.id} and {judgement.id} contradict each other; promote one"
            )


def _line(judgements: Sequence[Judgement]) -> dict[str, Any]:
    first = judgements[0]
    spans = sorted({(j.article_id, j.start, j.end, j.exact) for j in judgements})
    return {
        "qid": f"chat-{min(judgement.id for judgement in judgements)}",
        "question": first.question,
        "answerable": True,
        "answers": [],
        "evidence": [
            {"doc_id": doc, "start": start, "end": end, "text": text}
            for doc, start, end, text in spans
        ],
        "evidence_mode": "any",
        "type": ["chat"],
        "history": list(first.history),
    }


def _there(path: Path) -> dict[str, dict[str, Any]]:
    there: dict[str, dict[str, Any]] = {}
    for number, line in read_lines(path, _LINE) if path.is_file() else ():
        qid = line.get("qid")
        if not isinstance(qid, str):
            raise DatasetError(path, number, "it is no question: it has no qid")
        there[qid] = line
    return there
