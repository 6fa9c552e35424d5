"""How far to read: a few passages at a time, until it is sure and the last ones add nothing.

Chosen on held-out questions of five sets, none of which lost a right answer by it
(docs/adr/0032-read-until-it-is-sure.md).
"""

from collections.abc import Iterator, Sequence

from rag.read import Read
from rag.retrieve import Candidate

_SURE = 0.4
"""Least confidence at which the rest may stay unread; above that at which an answer is shown."""
_LAST = 2
"""Passages read last that must all say nothing."""
_SILENT = -1.0
"""Logit of answerability under which a passage says nothing."""


def rounds(candidates: Sequence[Candidate], size: int) -> Iterator[Sequence[Candidate]]:
    """The candidates in portions of `size`; an empty one if there are none."""
    for at in range(0, max(len(candidates), 1), size):
        yield candidates[at : at + size]


def enough(reads: Sequence[Read], confidence: float, threshold: float) -> bool:
    """Whether more passages would not change the answer: it is sure, and the last read say nothing.

    Passages that answer are followed by others that may, from other sources, so they are read too.
    """
    if confidence < max(_SURE, threshold):
        return False
    return all(each.reading.answerable < _SILENT for each in reads[-_LAST:])
