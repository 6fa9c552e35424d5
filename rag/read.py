"""A candidate passage after it was read for a question."""

from dataclasses import dataclass

from index.schema import Passage, Span
from rag.reader import Reading
from rag.retrieve import Candidate


@dataclass(frozen=True, slots=True)
class Read:
    """How the passage was found, the passage, and what the reader made of it."""

    candidate: Candidate
    passage: Passage
    reading: Reading

    @property
    def spans(self) -> tuple[Span, ...]:
        """The passage's sentences."""
        return self.passage.sentences
