"""The question before, asked of something else: "What about Oslo?", "And the captain?"."""

import re
from collections.abc import Sequence

from rag.english import classify
from rag.noun_phrases import Phrase, phrases

_ASKS = re.compile(
    r"(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|"
    r"could|will|would|should)\b",
    re.IGNORECASE,
)
_ASKS_WH = re.compile(r"wh|how", re.IGNORECASE)


def instead(rest: str, before: str, corrects: bool) -> str | None:
    """The question `before` asked of what `rest` names; None where it fits nowhere.

    It takes the place of what has the same head ("the other causes", "natural causes"). In a
    question for yes or no, and in a correction, it can also take that of a name if it is a name,
    of a common thing if it is none.
    """
    found = phrases(f"of {rest}")
    if not found or not _ASKS.match(before):
        return None
    new = found[0]
    said = [each for each in phrases(before) if "(" not in before[: each.start]]
    yes_or_no = corrects or not _ASKS_WH.match(before)
    old = _parallel(new, said[::-1] if corrects else said, yes_or_no)
    if old is None or old.key == new.key:
        return None
    return before[: old.start] + _lowered(rest) + before[old.start + len(old.text) :]


def _parallel(new: Phrase, old: Sequence[Phrase], yes_or_no: bool) -> Phrase | None:
    same = [each for each in old if each.head == new.head]
    if same or not yes_or_no or new.text.lower().startswith("the "):
        return next(iter(same), None)
    return next((each for each in old if each.is_name == new.is_name), None)


def _lowered(rest: str) -> str:
    first = classify(rest)[0]
    return rest if first.kind == "noun" else rest[:1].lower() + rest[1:]
