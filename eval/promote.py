"""Judgements that a person reviewed, written into a dataset folder as questions with gold."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.errors import JudgementError
from eval.fixed_set import QUESTIONS
from eval.judgements import Judgement
from eval.written import replace_text
from index.schema import Article


def promote(
    judgements: Sequence[Judgement], articles: Mapping[str, Article], folder: Path
) -> tuple[int, int]:
    """Add approved quotes as questions to a dataset folder; how many questions, and how many new.

    Each question becomes one line whose evidence are the quotes that were approved; quotes that
    were only turned down are no evidence and add nothing. The corpus is written beside them, whole.

    Raises:
        JudgementError: the folder is the fixed set's, a quote no longer stands where it was, or a
            judgement contradicts another.
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
    folder.mkdir(parents=True, exist_ok=True)
    replace_text(folder / "corpus.jsonl", "".join(_article(a) for a in articles.values()))
    replace_text(path, "".join(json.dumps(v, ensure_ascii=False) + "\n" for v in lines.values()))
    return len(lines), len(added)


def _demand_standing(judgement: Judgement, articles: Mapping[str, Article]) -> None:
    article = articles.get(judgement.article_id)
    if article is None or article.text[judgement.start : judgement.end] != judgement.exact:
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
    if not path.is_file():
        return {}
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line)
    return {line["qid"]: line for line in lines}


def _article(article: Article) -> str:
    fields = {
        "doc_id": article.id,
        "title": article.title,
        "text": article.text,
        "source": article.source,
        "url": article.url,
        "published_at": article.published,
    }
    return json.dumps(fields, ensure_ascii=False) + "\n"
