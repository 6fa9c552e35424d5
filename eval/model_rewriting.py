"""Would a language model put follow-ups better than the rules do?

Both are searched, and held against what the human rewrite finds, as in `eval.followups`.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from eval.followups import Searched, Turn, found_first, overlap
from eval.model_parts import Completed
from eval.significance.bootstrap import mean_intervals
from eval.significance.randomisation import p_values
from rag.writer.errors import WriterError

RULES = (
    "Rewrite the last question of a conversation so that it can be understood alone. Put names in "
    "place of he, she, it, they, this and that, and add what is left unsaid. Change nothing else. "
    "If it can be understood alone, repeat it as it is. Do not answer it. "
    'Reply with JSON only: {"question": "..."}'
)
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"question": {"type": "string"}},
    "required": ["question"],
    "additionalProperties": False,
}


@dataclass(frozen=True, slots=True)
class RewritingResult:
    """Mean overlap@10 with the human rewrite over `turns`, by the rules and by the model.

    `low` and `high` bound the difference, model - rules, and `p` is its; `failed` counts turns for
    which the model gave nothing that can be used, and which were searched as they stand.
    """

    turns: int
    rules: float
    model: float
    low: float
    high: float
    p: float
    failed: int
    rewrites: dict[str, str]


def measure_model(
    engine: Searched,
    turns: Sequence[Turn],
    complete: Completed,
    heard: Callable[[int, int], None] = lambda done, total: None,
) -> RewritingResult:
    """Search every turn by both; `complete` asks the model."""
    rewrites: dict[str, str] = {}
    table = np.zeros((len(turns), 2))
    failed = 0
    for row, turn in enumerate(turns):
        heard(row, len(turns))
        written = _rewritten(turn, complete)
        failed += written is None
        rewrites[turn.qid] = written or turn.question
        human = found_first(engine, turn.rewrite, ())
        table[row] = (
            overlap(found_first(engine, turn.question, turn.history), human),
            overlap(found_first(engine, rewrites[turn.qid], ()), human),
        )
    difference = table[:, 1:] - table[:, :1]
    low, high = mean_intervals(difference)[:, 0]
    rules, model = (float(mean) for mean in table.mean(axis=0))
    p = float(p_values(difference)[0])
    return RewritingResult(len(turns), rules, model, float(low), float(high), p, failed, rewrites)


def _rewritten(turn: Turn, complete: Completed) -> str | None:
    asked = "\n".join([*turn.history, f"Last question: {turn.question}"])
    try:
        content = complete(
            [{"role": "system", "content": RULES}, {"role": "user", "content": asked}]
        )
        question = json.loads(content)["question"]
    except (WriterError, ValueError, KeyError, TypeError):
        return None
    return question if isinstance(question, str) and question.strip() else None
