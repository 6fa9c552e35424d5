"""Examples from the public sets: SQuAD 2.0, ClapNQ, HotpotQA, MultiHop-RAG.

Every choice (which negative, which title is held out) hangs on a hash of ids, never on order, so
the same data gives the same examples. `held_out=True` leaves out what the figures are measured on.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.train.bm25 import BM25
from eval.train.examples import Example, draw, from_answers
from eval.train.passages import Passage, join, occurrences, overlapping, windows

Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    """Read a JSON-lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def squad_held_out(title: str) -> bool:
    """Say whether a SQuAD article is kept for measuring (4 of the 15 titles, a quarter of it)."""
    return draw("title", title) < SQUAD_HELD_OUT


SQUAD_HELD_OUT = 0.3


def clapnq_held_out(row: Row) -> bool:
    """Say whether a ClapNQ question is kept for measuring: half, by its article or its id."""
    evidence = row["evidence"]
    return draw("clapnq", evidence[0]["doc_id"] if evidence else row["qid"]) < 0.5


def header(row: Row, qid: str) -> str:
    """Return the title to read in front; three in ten go without, so that both work."""
    return "" if draw("header", row["doc_id"], qid) < 0.3 else str(row.get("title") or "")


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


def negatives(origin: str, row: Row, found: list[Row], count: int) -> Iterator[Example]:
    """One window of each of `count` found articles in which no answer string stands."""
    clean = [r for r in found if not occurrences(r["text"], tuple(row["answers"]))]
    clean.sort(key=lambda r: draw("pick", r["doc_id"], row["qid"]))
    for article in clean[:count]:
        cut = list(windows(article["doc_id"], header(article, row["qid"]), article["text"]))
        passage = cut[int(draw("part", article["doc_id"], row["qid"]) * len(cut))]
        yield Example(origin, row["qid"], row["question"], passage, answerable=False)


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


def hotpot(file: Path, limit: int) -> Iterator[Example]:
    """Both gold paragraphs in one passage (answered), and one of them beside a distractor."""
    questions = json.loads(file.read_text(encoding="utf-8"))
    questions.sort(key=lambda row: draw("hotpot", row["_id"]))
    for row in questions[:limit]:
        gold = dict.fromkeys(title for title, _ in row["supporting_facts"])
        facts = {(title, i) for title, i in row["supporting_facts"]}
        context = {title: [s.strip() for s in sents] for title, sents in row["context"]}
        others = [title for title in context if title not in gold]
        if len(gold) != 2 or not others:
            continue
        both = sorted(gold, key=lambda title: draw("order", row["_id"], title))
        other = others[int(draw("other", row["_id"]) * len(others))]
        yield _hotpot(row, both, context, facts, answerable=True)
        kind = draw("kind", row["_id"])
        if kind < 0.5:
            yield _hotpot(row, [both[0], other], context, facts, answerable=None)
        else:
            rest = others[int(draw("rest", row["_id"]) * len(others))]
            yield _hotpot(row, list(dict.fromkeys([other, rest])), context, facts, answerable=False)


def _hotpot(
    row: Row,
    titles: list[str],
    context: dict[str, list[str]],
    facts: set[tuple[str, int]],
    answerable: bool | None,
) -> Example:
    kept = [
        (f"{title}: {sentence}" if i == 0 and title not in sentence else sentence, (title, i))
        for title in titles
        for i, sentence in enumerate(context[title][:5])
        if sentence
    ]
    passage = join(titles[0], "", [sentence for sentence, _ in kept])
    support = tuple(i for i, (_, fact) in enumerate(kept) if fact in facts)
    spans = occurrences(passage.text, (row["answer"],))
    if answerable is None and not spans and row["answer"] not in ("yes", "no"):
        answerable = False
    if answerable is False and spans:
        answerable = None
    return Example("hotpot", row["_id"], row["question"], passage, support, answerable=answerable)


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
