"""A candidate passage after it was read for a question."""

from dataclasses import dataclass

from index.schema import Passage, Span
from rag.reader import Reading
from rag.retrieve import Candidate

# Logits of both heads, fitted on held-out questions of SQuAD and ClapNQ among 0, 1 and 2.
_ANSWERS = 2.0


@dataclass(frozen=True, slots=True)
class Read:
    """How the passage was found, the passage, and what the reader made of it."""

    candidate: Candidate
    passage: Passage
    reading: Reading

    @property
    def rank_score(self) -> float:
        """Where the passage stands in a search: what is relevant and answers before the rest.

        Held-out questions, right passage first by relevance alone and so: SQuAD .893 and .950,
        ClapNQ .920 and .933.
        """
        return self.reading.passage_score + _ANSWERS * self.reading.answerable

    @property
    def spans(self) -> tuple[Span, ...]:
        """The passage's sentences."""
        return self.passage.sentences
