"""Does taking a question apart find more of its evidence, by the rules and by a language model?

Questions that need several pieces of evidence are searched as they stand, by the parts that the
rules find (`rag.decompose`), and by those that a model writes. The publications that a question
names take turns in all three.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from eval.datasets import sample, subset
from eval.errors import DatasetError
from eval.measures.evidence import evidence_values
from eval.model_parts import Completed, model_parts
from eval.produce import places
from eval.schema import Dataset, Question
from eval.significance.paired import PairedTest, paired
from rag.asked import Asked
from rag.decompose import part_of
from rag.engine import Engine
from rag.mentions import find_mentions
from rag.sources_asked import SourceNames
from rag.terms import terms

DEPTH = 10
MEASURES = (f"all evidence@{DEPTH}", f"evidence recall@{DEPTH}")
Way = Literal["whole", "rules", "model"]
_PAIRS: tuple[tuple[Way, Way], ...] = (("whole", "rules"), ("whole", "model"), ("rules", "model"))


@dataclass(frozen=True, slots=True)
class Searched:
    """A question's parts in each way, none where it is searched whole, and its `MEASURES`."""

    qid: str
    parts: dict[Way, tuple[str, ...]]
    values: dict[Way, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two ways on the same questions; differences are new - old."""

    old: Way
    new: Way
    tests: tuple[PairedTest, ...]


@dataclass(frozen=True, slots=True)
class DecompositionResult:
    """Every question and every two ways; `failed` counts those the model gave nothing usable for.

    These, and those of which it made a single part, are searched whole.
    """

    searched: tuple[Searched, ...]
    compared: tuple[Compared, ...]
    failed: int


def of_several_parts(dataset: Dataset, limit: int | None = None) -> Dataset:
    """The questions that need two or more pieces of evidence; `limit` of them, spread by hash.

    Raises:
        DatasetError: there is none.
    """
    several = subset(dataset, lambda each: each.mode == "all" and len(each.evidence) > 1)
    if not several.questions:
        raise DatasetError(Path(dataset.name), None, "no question needs two pieces of evidence")
    return sample(several, limit) if limit else several


def measure(
    engine: Engine,
    dataset: Dataset,
    complete: Completed | None = None,
    heard: Callable[[int, int], None] = lambda done, total: None,
) -> DecompositionResult:
    """Search every question in each way; by the model only where `complete` asks one."""
    names = SourceNames(engine.index.articles.sources())
    searched = []
    failed = 0
    for done, question in enumerate(dataset.questions):
        heard(done, len(dataset.questions))
        asked = engine.understanding.understand(question.question, question.history)
        ways: dict[Way, Asked] = {"whole": replace(asked, parts=()), "rules": asked}
        if complete:
            texts = model_parts(asked.text, complete)
            failed += texts is None
            ways["model"] = taken_apart(asked, texts or (), names)
        searched.append(_searched(engine, dataset, question, ways))
    return DecompositionResult(tuple(searched), _compared(searched), failed)


def taken_apart(asked: Asked, texts: Sequence[str], names: SourceNames) -> Asked:
    """The question with these parts in place of its own; one alone is none.

    A part that only names a publication says nothing that could be searched for.
    """
    parts = (part_of(find_mentions(text, names), asked.constraints) for text in texts)
    saying = tuple(part for part in parts if terms(part.text))
    return replace(asked, parts=saying if len(saying) > 1 else ())


def _searched(
    engine: Engine, dataset: Dataset, question: Question, ways: Mapping[Way, Asked]
) -> Searched:
    values: dict[Way, dict[str, float]] = {}
    for way, asked in ways.items():
        ranked = places(engine.search_understood(asked, DEPTH))
        found = evidence_values(question, ranked, dataset.articles)
        values[way] = {name: found[name] for name in MEASURES}
    parts = {way: tuple(part.text for part in asked.parts) for way, asked in ways.items()}
    return Searched(question.qid, parts, values)


def _compared(searched: Sequence[Searched]) -> tuple[Compared, ...]:
    there = searched[0].values
    return tuple(
        Compared(old, new, paired([(e.values[old], e.values[new]) for e in searched], MEASURES))
        for old, new in _PAIRS
        if old in there and new in there
    )
