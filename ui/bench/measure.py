"""What `pincite bench` measures, each figure beside its yardstick."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from pydantic import TypeAdapter

from index.build import BuildReport, build_index
from index.schema import Article
from rag.engine import Engine, open_engine
from rag.settings import Settings
from ui.bench.process import own_megabytes, ran
from ui.bench.yardstick import Yardstick
from ui.chat.context import Shelf
from ui.progress import Told

QUESTION_WORDS = 14
"""Words of an article's sentence that make a question: about as long as people ask."""

INDEXED_PASSAGES = 400
"""Passages that are indexed again at most: enough for a steady rate, half a minute of work."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure, what stands beside it in the same unit, and how many times that it is."""

    what: str
    value: float
    unit: str
    beside: str
    beside_value: float
    ratio: float


def compared(what: str, value: float, unit: str, beside: str, beside_value: float) -> Measured:
    """A figure with its ratio."""
    return Measured(what, value, unit, beside, beside_value, value / beside_value)


def measure(settings: Settings, rounds: int, told: Told) -> tuple[Measured, ...]:
    """All figures; the index that the settings name is only read."""
    engine = open_engine(settings)
    questions = made_questions(engine.index, rounds)
    engine.ask(questions[0])
    yardstick = Yardstick()
    asked = _timed("ask", questions, engine.ask, yardstick, told)
    searched = _timed("search", questions, engine.search, yardstick, told)
    told("index", 0, 0)
    indexed = _indexed(engine, settings, yardstick)
    held = own_megabytes()
    told("start", 0, 0)
    bare = ran(["-c", "import numpy"])
    command = ["-m", "ui.cli", "ask", questions[0], "--json", "--index", str(settings.index)]
    cold = ran(command)
    beside = "a Python that imports numpy"
    return (
        *asked,
        *searched,
        indexed,
        compared("cold start to first reply", cold.seconds, "s", beside, bare.seconds),
        compared("memory of one question", cold.megabytes, "MB", beside, bare.megabytes),
        compared("memory of all of this, indexing too", held, "MB", beside, bare.megabytes),
    )


def made_questions(index: Shelf, count: int) -> list[str]:
    """The first words of sentences evenly spread over the articles, repeated if there are few."""
    sentences = [(p.article_id, span) for p in index.passages for span in p.sentences]
    step = max(1, len(sentences) // count)
    chosen = (sentences[::step] * count)[:count]
    texts = (index.articles[name].text[span.start : span.end] for name, span in chosen)
    return [" ".join(text.split()[:QUESTION_WORDS]) for text in texts]


def _timed(
    name: str,
    questions: Sequence[str],
    run: Callable[[str], object],
    yardstick: Yardstick,
    told: Told,
) -> tuple[Measured, Measured]:
    took, beside = [], []
    for number, question in enumerate(questions):
        told(name, number, len(questions))
        began = time.perf_counter()
        run(question)
        took.append(1000 * (time.perf_counter() - began))
        beside.append(1000 * yardstick.seconds())
    product = float(np.median(beside))
    what = "matrix product"
    return (
        compared(f"{name}, median", float(np.median(took)), "ms", what, product),
        compared(f"{name}, 95 of 100", float(np.percentile(took, 95)), "ms", what, product),
    )


def _indexed(engine: Engine, settings: Settings, yardstick: Yardstick) -> Measured:
    articles: dict[str, Article] = {}
    for passage in islice(engine.index.passages, INDEXED_PASSAGES):
        articles[passage.article_id] = engine.index.articles[passage.article_id]
    with TemporaryDirectory() as folder:
        _built(list(articles.values())[:1], settings, Path(folder, "warm"))
        beside = [yardstick.seconds() for _ in range(5)]
        report = _built(list(articles.values()), settings, Path(folder, "timed"))
    beside += [yardstick.seconds() for _ in range(5)]
    value = 1000 * report.seconds / report.passages
    product = float(np.median(beside))
    return compared("index, 1,000 passages", value, "s", "matrix product", product)


def _built(articles: Sequence[Article], settings: Settings, folder: Path) -> BuildReport:
    folder.mkdir()
    source = folder / "articles.jsonl"
    line = TypeAdapter(Article).dump_json
    source.write_bytes(b"".join(line(article) + b"\n" for article in articles))
    return build_index([source], settings.model_copy(update={"index": folder / "index"}))
