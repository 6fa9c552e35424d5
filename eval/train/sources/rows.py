"""What every source needs: its rows, a title in front, and passages that only look right."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.train.examples import Example, draw
from eval.train.passages import occurrences, windows

Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    """Read a JSON-lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def header(row: Row, qid: str) -> str:
    """Return the title to read in front; three in ten go without, so that both work."""
    return "" if draw("header", row["doc_id"], qid) < 0.3 else str(row.get("title") or "")


def negatives(origin: str, row: Row, found: list[Row], count: int) -> Iterator[Example]:
    """One window of each of `count` found articles in which no answer string stands."""
    clean = [r for r in found if not occurrences(r["text"], tuple(row["answers"]))]
    clean.sort(key=lambda r: draw("pick", r["doc_id"], row["qid"]))
    for article in clean[:count]:
        cut = list(windows(article["doc_id"], header(article, row["qid"]), article["text"]))
        passage = cut[int(draw("part", article["doc_id"], row["qid"]) * len(cut))]
        yield Example(origin, row["qid"], row["question"], passage, answerable=False)
