"""Measure a reader on what it was not trained on: `python -m eval.train.measure --data DIR ...`.

Held out: four SQuAD articles with all their questions, half of ClapNQ's questions. A question is
asked of the ten passages that BM25 ranks first in the whole set, as the product would; `home` is
the paragraph the question was written for.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.stats import rankdata

from eval.train.bm25 import BM25
from eval.train.passages import Passage, occurrences, overlapping, windows
from eval.train.sources.clapnq import clapnq_held_out
from eval.train.sources.rows import Row, rows
from eval.train.sources.squad import squad_held_out
from rag.reader import Reader, ReaderInput, Reading

Read = Callable[[str, Sequence[ReaderInput]], list[Reading]]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with its readings: `found` in BM25's order, `home` where the set names it.

    `right` and `home_right` mark, per passage, the sentences that are gold.
    """

    answerable: bool
    found: tuple[tuple[Reading, tuple[int, ...]], ...]
    home: tuple[tuple[Reading, tuple[int, ...]], ...]


def ask(read: Read, data: Path, name: str, every: int = 1) -> list[Asked]:
    """Read the held-out questions of `squad2` or `clapnq`; of `every` n-th for a quick look."""
    articles = {row["doc_id"]: row for row in rows(data / name / "corpus.jsonl")}
    every_row = list(articles.values())
    search = BM25([f"{row['title']} {row['text']}" for row in every_row])
    cut = {r["doc_id"]: tuple(windows(r["doc_id"], r["title"], r["text"])) for r in every_row}
    asked = []
    for row in [r for r in rows(data / name / "questions.jsonl") if _kept(r, articles)][::every]:
        homes = [e["doc_id"] for e in (row.get("near") or row["evidence"])[:1]]
        gold = tuple(e["text"] for e in row["evidence"] if "text" in e) or tuple(row["answers"])

        def marked(passages: list[Passage], row: Row = row, gold: tuple[str, ...] = gold):  # type: ignore[no-untyped-def]
            given = [ReaderInput(p.text, p.sentences, p.header) for p in passages]
            right = [overlapping(p, occurrences(p.text, gold)) for p in passages]
            return tuple(zip(read(row["question"], given), right, strict=True))

        found = [p for i in search.top(row["question"], 10) for p in cut[every_row[i]["doc_id"]]]
        asked.append(
            Asked(row["answerable"], marked(found), marked([p for h in homes for p in cut[h]]))
        )
    return asked


def _kept(row: Row, articles: dict[str, Row]) -> bool:
    if "near" in row:
        return squad_held_out(articles[row["near"][0]["doc_id"]]["title"])
    return clapnq_held_out(row)


Blend = Callable[[Reading, int], float]


def sentence_and_passage(reading: Reading, sentence: int) -> float:
    """Score a sentence across passages: its own logit and its passage's."""
    return reading.sentence_scores[sentence] + reading.answerable


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """Return the chance that a positive scores above a negative, ties half."""
    ranks = rankdata([*positive, *negative])
    n, m = len(positive), len(negative)
    return float((ranks[:n].sum() - n * (n + 1) / 2) / (n * m))


def figures(asked: Sequence[Asked], blend: Blend = sentence_and_passage) -> dict[str, float]:
    """Return the figures of docs/measurements.md for one set."""
    best = []
    for one in asked:
        scored = [
            (blend(reading, i), i in right)
            for reading, right in one.found
            for i in range(len(reading.sentence_scores))
        ]
        best.append((one.answerable, *max(scored, default=(-np.inf, False))))
    yes = [(score, right) for answerable, score, right in best if answerable]
    no = sorted((score for answerable, score, _ in best if not answerable), reverse=True)
    threshold = no[int(0.1 * len(no))]
    told = {
        "questions": len(asked),
        "right_quote": float(np.mean([right for _, right in yes])),
        "right_at_10": float(np.mean([right and score > threshold for score, right in yes])),
        "threshold_at_10": threshold,
        "auroc_open": auroc([score for score, _ in yes], no),
    }
    homes = [one for one in asked if one.home]
    first = [
        max((s, i in right) for r, right in one.home for i, s in enumerate(r.sentence_scores))[1]
        for one in homes
        if one.answerable
    ]
    told["top_in_home"] = float(np.mean(first))
    verdict = [(one.answerable, max(r.answerable for r, _ in one.home)) for one in homes]
    if any(not answerable for answerable, _ in verdict):
        told["auroc_home"] = auroc(
            [score for answerable, score in verdict if answerable],
            [score for answerable, score in verdict if not answerable],
        )
    return told


def sentence_f1(asked: Sequence[Asked], threshold: float, most: int = 4) -> float:
    """F1 of sentences above a logit (the best always, at most four) in the home passage."""
    scores = []
    for one in asked:
        for reading, right in one.home if one.answerable else ():
            if not right:
                continue
            order = np.argsort([-s for s in reading.sentence_scores], kind="stable").tolist()
            taken = {i for i in order[:most] if reading.sentence_scores[i] > threshold}
            taken.add(order[0])
            scores.append(2 * len(taken & set(right)) / (len(taken) + len(right)))
    return float(np.mean(scores))


def main() -> None:
    """Print the figures of one reader as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1)
    args = parser.parse_args()
    read = Reader.open(args.weights, model=args.model).read
    for name in ("squad2", "clapnq"):
        asked = ask(read, args.data, name, args.every)
        told = figures(asked)
        told["f1_in_home"] = sentence_f1(asked, 0.0)
        print(json.dumps({"set": name, **{k: round(v, 3) for k, v in told.items()}}))


if __name__ == "__main__":
    main()
