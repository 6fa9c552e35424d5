"""ClapNQ: the gold sentences of long answers, and passages that come closest where none is."""

from collections.abc import Iterator
from pathlib import Path

from eval.train.bm25 import BM25
from eval.train.examples import Example, draw
from eval.train.passages import occurrences, overlapping, windows
from eval.train.sources.rows import Row, header, negatives, rows


def clapnq_held_out(row: Row) -> bool:
    """Say whether a ClapNQ question is kept for measuring: half, by its article or its id."""
    evidence = row["evidence"]
    return draw("clapnq", evidence[0]["doc_id"] if evidence else row["qid"]) < 0.5


def clapnq(folder: Path, held_out: bool, hard: bool = True) -> Iterator[Example]:
    """Gold sentences of long answers; for the unanswerable, the passages that come closest."""
    articles = {row["doc_id"]: row for row in rows(folder / "corpus.jsonl")}
    every = list(articles.values())
    search = BM25([f"{row['title']} {row['text']}" for row in every])
    for row in rows(folder / "questions.jsonl"):
        if held_out and clapnq_held_out(row):
            continue
        home = articles[row["evidence"][0]["doc_id"]] if row["evidence"] else None
        if home:
            for passage in windows(home["doc_id"], header(home, row["qid"]), home["text"]):
                gold = occurrences(passage.text, tuple(e["text"] for e in row["evidence"]))
                support = overlapping(passage, gold)
                yield Example(
                    "clapnq", row["qid"], row["question"], passage, support,
                    answerable=bool(support),
                )  # fmt: skip
        found = [every[i] for i in search.top(row["question"], 6)]
        if hard or not home:
            yield from negatives("clapnq", row, [r for r in found if r is not home], 3)
