"""What takes long and goes on beside the answers."""

from dataclasses import dataclass

from ui.chat.rebuild import Rebuild, rebuilt
from ui.chat.scored import Score, scored


@dataclass(frozen=True, slots=True)
class Work:
    """`rebuild` serves changed articles, `score` runs a question set."""

    rebuild: Rebuild = rebuilt
    score: Score = scored
