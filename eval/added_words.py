"""Which words of a conversation does our rewriting add to a follow-up, and which would a person?

`python -m eval.added_words` measures it on the conversations written for this project, which may
be read and learnt from, as the sets that judge follow-ups (`eval.followups`) may not.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.followups import Turn
from eval.stems import stems
from rag.followup import rewrite
from rag.stopwords import STOPWORDS

WRITTEN = Path(__file__).parent / "train" / "turns"


@dataclass(frozen=True, slots=True)
class AddedWords:
    """Words of earlier questions that a rewrite adds, all follow-ups together, each stem once.

    `exact` is the share of follow-ups to which just the right words are added, or rightly none.
    """

    turns: int
    precision: float
    recall: float
    exact: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)


def follow_ups(folder: Path = WRITTEN) -> Iterator[Turn]:
    """Every question but the first of each conversation, with a person's rewrite."""
    for file in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            turns = json.loads(line)["turns"]
            for at, each in enumerate(turns[1:], 1):
                earlier = tuple(turn["q"] for turn in turns[:at])
                yield Turn(f"{file.stem}-{number}_{at + 1}", each["q"], each["rewrite"], earlier)


def added(turn: Turn, text: str) -> set[str]:
    """The words of the earlier questions that `text` has and the question has not."""
    earlier = {stem for question in turn.history for stem, _ in stems(question)}
    asked = {stem for stem, _ in stems(turn.question)}
    return ({stem for stem, _ in stems(text)} & earlier) - asked - STOPWORDS


def measure(
    turns: Iterable[Turn], said: Callable[[str, Sequence[str]], str] = rewrite
) -> AddedWords:
    """Hold the words that `said` adds against those of the person's rewrite."""
    pairs = [
        (added(turn, said(turn.question, turn.history)), added(turn, turn.rewrite))
        for turn in turns
    ]
    right = sum(len(ours & theirs) for ours, theirs in pairs)
    return AddedWords(
        len(pairs),
        right / max(sum(len(ours) for ours, _ in pairs), 1),
        right / max(sum(len(theirs) for _, theirs in pairs), 1),
        sum(ours == theirs for ours, theirs in pairs) / max(len(pairs), 1),
    )


def main() -> None:
    """Print what the rules add."""
    found = measure(follow_ups())
    print(
        f"{found.turns:,} follow-ups: precision {found.precision:.3f}, recall {found.recall:.3f}, "
        f"F1 {found.f1:.3f}; just the right words for {found.exact:.3f}"
    )


if __name__ == "__main__":
    main()
