"""Do follow-up questions find what their human rewrite finds?

Overlap@10: how many of the first ten passages for the follow-up are among the first ten for the
question as a person rewrote it to stand alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from pydantic import TypeAdapter

from eval.errors import DatasetError
from eval.readers.lines import read_lines
from eval.significance.bootstrap import mean_intervals
from eval.significance.randomisation import p_values
from rag.schema import Filters, Hit

DEPTH = 10


@dataclass(frozen=True, slots=True)
class Turn:
    """A follow-up, the questions before it, and a person's rewrite."""

    qid: str
    question: str
    rewrite: str
    history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MtragTurn:
    """The same as MTRAG writes it: every turn on a line of its own after "|user|: "."""

    qid: str
    history_and_question: str
    last_turn: str
    rewrite: str


@dataclass(frozen=True, slots=True)
class FollowupResult:
    """Mean overlap@10 with the human rewrite over `turns` that have a history.

    `raw` searches the follow-up alone, `ours` with its history; `p` is for their difference.
    """

    turns: int
    raw: float
    ours: float
    low: float
    high: float
    p: float
    overlaps: dict[str, tuple[float, float]]


class Searched(Protocol):
    """What is needed of an engine."""

    def search(
        self, question: str, k: int = ..., history: Sequence[str] = ..., filters: Filters = ...
    ) -> list[Hit]:
        """The best passages."""


_LINE = TypeAdapter[Turn | MtragTurn](Turn | MtragTurn)
_USER = "|user|: "


def read_turns(path: Path) -> list[Turn]:
    """The turns of a file that have a history.

    Raises:
        DatasetError: a line does not fit, or no turn has a history.
    """
    lines = (line for _, line in read_lines(path, _LINE))
    turns = [_plain(line) if isinstance(line, MtragTurn) else line for line in lines]
    kept = [turn for turn in turns if turn.history]
    if not kept:
        raise DatasetError(path, None, "no turn in it has a history")
    return kept


def _plain(line: MtragTurn) -> Turn:
    turns = [turn.removeprefix(_USER) for turn in line.history_and_question.split("\n")]
    bare = line.rewrite.removeprefix(_USER)
    return Turn(line.qid, turns[-1], bare, tuple(turns[:-1]))


def measure(
    engine: Searched,
    turns: Sequence[Turn],
    heard: Callable[[int, int], None] = lambda done, total: None,
) -> FollowupResult:
    """Overlap of every turn, raw and with our rewriting."""
    overlaps: dict[str, tuple[float, float]] = {}
    for done, turn in enumerate(turns):
        heard(done, len(turns))
        human = found_first(engine, turn.rewrite, ())
        raw = found_first(engine, turn.question, ())
        ours = found_first(engine, turn.question, turn.history)
        overlaps[turn.qid] = (overlap(raw, human), overlap(ours, human))
    table = np.array(list(overlaps.values()))
    difference = table[:, 1:] - table[:, :1]
    low, high = mean_intervals(table[:, 1:])[:, 0]
    means = table.mean(axis=0)
    p = float(p_values(difference)[0])
    return FollowupResult(
        len(turns), float(means[0]), float(means[1]), float(low), float(high), p, overlaps
    )


def found_first(engine: Searched, question: str, history: Sequence[str]) -> set[tuple[str, int]]:
    """Where the first ten passages stand."""
    return {(hit.article_id, hit.start) for hit in engine.search(question, DEPTH, history)}


def overlap(found: set[tuple[str, int]], wanted: set[tuple[str, int]]) -> float:
    """The share of what is wanted that is found."""
    return len(found & wanted) / max(len(wanted), 1)
