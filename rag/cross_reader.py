"""The packaged cross-encoder as a reader: a passage whole, then the best passages' sentences."""

from collections.abc import Sequence

from rag.reader import ReaderInput, Reading
from rag.reranker import Reranker

# Sentences cost a pass each, so only those of the best passages are scored.
_PASSAGES_SPLIT = 4


class CrossReader:
    """Reads with ms-marco-MiniLM-L-12-v2 and nothing trained here: the baseline of `Reader`."""

    def __init__(self, reranker: Reranker) -> None:
        self._reranker = reranker

    def read(self, question: str, passages: Sequence[ReaderInput]) -> list[Reading]:
        """Each passage's reading; sentences of all but the best passages score -inf."""
        wholes = self._reranker.score(question, [_headed(passage) for passage in passages])
        order = sorted(range(len(passages)), key=lambda row: -wholes[row])
        split = set(order[:_PASSAGES_SPLIT])
        return [
            self._reading(question, passage, whole, row in split)
            for row, (passage, whole) in enumerate(zip(passages, wholes, strict=True))
        ]

    def _reading(self, question: str, passage: ReaderInput, whole: float, split: bool) -> Reading:
        if not split:
            return Reading(whole, whole, tuple(float("-inf") for _ in passage.sentences))
        texts = [passage.text[start:end] for start, end in passage.sentences]
        scores = self._reranker.score(question, texts)
        return Reading(whole, whole, tuple(whole + score for score in scores))


def _headed(passage: ReaderInput) -> str:
    return f"{passage.header}: {passage.text}" if passage.header else passage.text
