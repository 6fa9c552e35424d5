"""MultiHop-RAG: evidence sentences in news, and passages that BM25 takes for evidence."""

from collections.abc import Iterator
from pathlib import Path

from eval.train.bm25 import BM25
from eval.train.examples import Example
from eval.train.passages import occurrences, overlapping, windows
from eval.train.sources.rows import rows


def multihop(folder: Path, hard: bool = True) -> Iterator[Example]:
    """News: each article holds one of several pieces of evidence, so "answerable" stays open."""
    articles = {row["doc_id"]: row for row in rows(folder / "corpus.jsonl")}
    cut = {
        key: list(windows(key, f"{row['title']} ({row['source']})", row["text"]))
        for key, row in articles.items()
    }
    every = [passage for passages in cut.values() for passage in passages]
    search = BM25([f"{p.header} {p.text}" for p in every])
    for row in rows(folder / "questions.jsonl"):
        homes = {e["doc_id"] for e in row["evidence"]}
        facts = tuple(e["text"] for e in row["evidence"])
        for home in sorted(homes):
            for passage in cut[home]:
                support = overlapping(passage, occurrences(passage.text, facts))
                if support:
                    yield Example("multihop", row["qid"], row["question"], passage, support)
        found = [every[i] for i in search.top(row["question"], 20)]
        far = [p for p in found if p.doc_id not in homes]
        for passage in far[: 2 if homes else 4] if hard or not homes else ():
            yield Example(
                "multihop", row["qid"], row["question"], passage,
                answerable=False, judged=bool(homes),
            )  # fmt: skip
