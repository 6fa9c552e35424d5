"""Does the reader tell supported statements from unsupported ones? It was trained on questions.

Measured beside the rules and not part of them (docs/adr/0018).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.writing_labels import Judged
from rag.reader import Reader, ReaderInput

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Separation:
    """How often a supported statement scores above an unsupported one (0.5 is chance).

    `kept` is the same of those that the rules keep. Of these, were every one struck out that scores
    below the lowest 5 % of the supported, `caught` of the `missed` would be caught. None where one
    kind is lacking.
    """

    all: float | None
    kept: float | None
    caught: int
    missed: int


def separation(found: Sequence[Judged], reader: Reader) -> Separation:
    """Read the quotes that each statement names as one text, the statement as its question."""
    scores = np.array([_score(each, reader) for each in found])
    supported = np.array([each.label.supported for each in found])
    passed = np.array([each.fault is None for each in found])
    right, wrong = scores[supported & passed], scores[~supported & passed]
    least = np.quantile(right, 0.05) if len(right) else -np.inf
    return Separation(
        _auc(scores[supported], scores[~supported]),
        _auc(right, wrong),
        int((wrong < least).sum()),
        len(wrong),
    )


def _score(each: Judged, reader: Reader) -> float:
    named = [n for n in each.label.statement.citations if 0 < n <= len(each.label.quotes)]
    text = " ".join(each.label.quotes[n - 1][1] for n in named)
    read = reader.read(each.label.statement.text, [ReaderInput(text, ((0, len(text)),))])[0]
    return read.sentence_scores[0]


def _auc(right: Scores, wrong: Scores) -> float | None:
    if not len(right) or not len(wrong):
        return None
    above, level = right[:, None] > wrong[None], right[:, None] == wrong[None]
    return float((above + 0.5 * level).mean())
