"""Invented news articles, written for training, with paraphrased questions and near misses.

Each line of a file in `eval/train/written/` is one article: its sentences by paragraph, questions
with the sentences that answer them, questions that nothing in it answers, with the sentence that
comes nearest, and pairs: a plain question that is answered, and its twin, which is not.
"""

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from eval.train.bm25 import BM25
from eval.train.examples import Example, draw
from eval.train.passages import MAX_SENTENCES, MAX_WORDS, Passage, join
from eval.train.sources.rows import Row

FOLDER = Path(__file__).parents[1] / "written"
HELD_OUT = 0.1

# A window of an article, and the numbers that its sentences have in the article.
Window = tuple[Passage, range]


def read_written(folder: Path = FOLDER) -> Iterator[Row]:
    """Every article with what was asked of it, in the order of the files."""
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line:
                yield json.loads(line)


def written_held_out(article: str) -> bool:
    """Whether an article is kept for measuring and fitting, by the hash of its id."""
    return draw("written", article) < HELD_OUT


def written(held_out: bool, folder: Path = FOLDER) -> Iterator[Example]:
    """Answering windows, others of the same article, and those that BM25 finds elsewhere."""
    articles = {
        row["id"]: row
        for row in read_written(folder)
        if not (held_out and written_held_out(row["id"]))
    }
    cut = {key: list(cuts(row)) for key, row in articles.items()}
    every = [window for key in cut for window in cut[key]]
    search = BM25([f"{passage.header} {passage.text}" for passage, _ in every])
    for key, row in articles.items():
        for number, asked in enumerate(row["answerable"]):
            qid = f"{key}-a{number}"
            yield from _own("written", qid, asked["q"], cut[key], asked["gold"])
            yield from _elsewhere(
                qid, asked["q"], key, [every[i] for i in search.top(asked["q"], 5)]
            )
        for number, asked in enumerate(row["unanswerable"]):
            qid = f"{key}-u{number}"
            yield from _own("written", qid, asked["q"], cut[key], [], asked["near"])
        for number, pair in enumerate(row.get("pairs", ())):
            qid, twin = f"{key}-p{number}", f"{key}-t{number}"
            yield from _own("pairs", qid, pair["q"], cut[key], pair["gold"])
            yield from _own("pairs", twin, pair["twin"], cut[key], [], pair["near"])


def cuts(row: Row) -> Iterator[Window]:
    """The article in windows of whole sentences; where they are cut hangs on the article."""
    sentences = list(chain.from_iterable(row["paragraphs"]))
    most = MAX_WORDS * (0.45 + 0.55 * draw("most", row["id"]))
    headed = draw("header", row["id"]) < 0.7
    first = words = 0
    for number, sentence in enumerate(sentences):
        count = len(sentence.split())
        if number > first and (words + count > most or number - first == MAX_SENTENCES):
            yield _window(row, headed, sentences, range(first, number))
            first, words = number, 0
        words += count
    yield _window(row, headed, sentences, range(first, len(sentences)))


def _window(row: Row, headed: bool, sentences: list[str], numbers: range) -> Window:
    held = [sentences[number] for number in numbers]
    return join(row["id"], row["title"] if headed else "", held), numbers


def _own(
    origin: str,
    qid: str,
    question: str,
    windows: list[Window],
    gold: list[int],
    near: int | None = None,
) -> Iterator[Example]:
    for passage, numbers in windows:
        support = tuple(number - numbers.start for number in gold if number in numbers)
        if support or near in numbers or draw("other", qid, passage.text) < 0.4:
            yield Example(
                origin, qid, question, passage, support, answerable=bool(support), home=True
            )


def _elsewhere(qid: str, question: str, key: str, found: list[Window]) -> Iterator[Example]:
    far = [passage for passage, _ in found if passage.doc_id != key]
    if far:
        passage = far[int(draw("far", qid) * len(far))]
        yield Example("written", qid, question, passage, answerable=False)
