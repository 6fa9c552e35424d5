"""The same questions asked of the embedded engines and of a store."""

import time
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from index.opened import Index, open_index
from index.settings import IndexSettings
from rag.engine import open_engine
from rag.retrieve import Candidate, Probe, retrieve
from rag.schema import Reply, Seconds
from rag.settings import Settings
from rag.terms import terms
from ui.questions import Question

POOL = 50
"""Passages that each search contributes, as for a reply."""


def compare_searches(
    plain: IndexSettings, stored: IndexSettings, questions: list[Question]
) -> None:
    """How long a search takes in both, and for how many questions it finds the same."""
    here, there = _searched(plain, questions), _searched(stored, questions)
    same = sum(_seen(one) == _seen(other) for one, other in zip(here, there, strict=True))
    print(f"same passages in the same order and ranks: {same} of {len(questions)} questions")


def compare_replies(plain: Settings, stored: Settings, questions: list[Question]) -> None:
    """For how many questions the replies are equal in everything but the time they took."""
    here, there = _replies(plain, questions), _replies(stored, questions)
    unlike = [
        question.qid
        for question, one, other in zip(questions, here, there, strict=True)
        if one != other
    ]
    print(f"same replies: {len(questions) - len(unlike)} of {len(questions)} {unlike or ''}")


def _replies(settings: Settings, questions: Sequence[Question]) -> list[Reply]:
    engine = open_engine(settings)
    replies = (engine.ask(each.question, each.history) for each in questions)
    return [replace(reply, seconds=Seconds(0, 0)) for reply in replies]


def _searched(settings: IndexSettings, questions: Sequence[Question]) -> list[list[Candidate]]:
    index = open_index(settings)
    probes = [Probe(each.question, terms(each.question)) for each in questions]
    _timed(index, probes[0])
    took, found = zip(*(_timed(index, probe) for probe in probes), strict=True)
    names = ("by meaning", "by word", "both, fused")
    for what, column in zip(names, np.array(took).T, strict=True):
        middle, late = 1000 * np.percentile(column, 50), 1000 * np.percentile(column, 95)
        where = "store" if settings.store else "embedded"
        print(f"{where}, {what}: median {middle:.1f} ms, 95 of 100 {late:.1f} ms", flush=True)
    return list(found)


def _timed(index: Index, probe: Probe) -> tuple[tuple[float, float, float], list[Candidate]]:
    """Seconds by meaning and by word without the encoder, and of a whole search; what it found."""
    vector = index.embedder.encode_question(probe.text)
    marks = [time.perf_counter()]
    index.contents.vectors.search(vector, POOL)
    marks.append(time.perf_counter())
    index.contents.lexical.search(probe.terms, POOL, 0.3, None)
    marks.append(time.perf_counter())
    found = retrieve(index, probe, POOL)
    marks.append(time.perf_counter())
    return (marks[1] - marks[0], marks[2] - marks[1], marks[3] - marks[2]), found


def _seen(found: list[Candidate]) -> list[tuple[int, int | None, int | None]]:
    return [(each.row, each.dense_rank, each.lexical_rank) for each in found]
