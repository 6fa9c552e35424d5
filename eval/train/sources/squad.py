"""SQuAD 2.0: answered paragraphs, near misses written for them, paragraphs found by BM25."""

from collections.abc import Iterator
from pathlib import Path

from eval.train.bm25 import BM25
from eval.train.examples import Example, draw, from_answers
from eval.train.passages import Passage, join, occurrences, overlapping, windows
from eval.train.sources.rows import header, negatives, rows


def squad_held_out(title: str) -> bool:
    """Say whether a SQuAD article is kept for measuring (4 of the 15 titles, a quarter of it)."""
    return draw("title", title) < SQUAD_HELD_OUT


SQUAD_HELD_OUT = 0.3


def squad(folder: Path, held_out: bool, hard: bool = True) -> Iterator[Example]:
    """Gold paragraphs, near misses, and paragraphs that BM25 takes for answers."""
    articles = {row["doc_id"]: row for row in rows(folder / "corpus.jsonl")}
    kept = [r for r in articles.values() if not (held_out and squad_held_out(r["title"]))]
    search = BM25([f"{row['title']} {row['text']}" for row in kept])
    for row in rows(folder / "questions.jsonl"):
        qid, question = row["qid"], row["question"]
        home = articles[row["near"][0]["doc_id"]]
        if held_out and squad_held_out(home["title"]):
            continue
        answers = tuple(row["answers"])
        passages = list(windows(home["doc_id"], header(home, qid), home["text"]))
        if answers and hard and draw("cut", qid) < 0.25:
            passages.extend(without_answer(passages, answers))
        for passage in passages:
            example = from_answers("squad2", qid, question, passage, answers)
            if example.support or not answers or draw("window", qid) < 0.5:
                yield example
        if hard and (answers or draw("negative", qid) < 0.5):
            found = [kept[i] for i in search.top(question, 6)]
            yield from negatives("squad2", row, [r for r in found if r is not home], 1)


def without_answer(passages: list[Passage], answers: tuple[str, ...]) -> Iterator[Passage]:
    """The same passage with the sentences of the answer taken out: a near miss made by hand."""
    for passage in passages:
        gold = overlapping(passage, occurrences(passage.text, answers))
        rest = [passage.text[a:b] for i, (a, b) in enumerate(passage.sentences) if i not in gold]
        if gold and len(rest) >= 2:
            yield join(passage.doc_id, passage.header, rest)
