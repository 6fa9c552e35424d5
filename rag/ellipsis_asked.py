"""Follow-ups that leave something unsaid: "And how much equipment?", "What are the themes?"."""

import re

from rag.belonging import in_brackets
from rag.english import Word, classify
from rag.instead import instead
from rag.noun_phrases import phrases

_OPENING = re.compile(
    r"^(?:(?:and|but|so|then|ok(?:ay)?|interesting)[,.!]?\s+)*"
    r"(?:(?:what|how) about\s+|I mean(?:t)?\s+)?",
    re.IGNORECASE,
)
# Words from which on "the batteries" are said to be whose.
_SHORT = 9
# Most words of a question that only goes on from the one before.
_FRAGMENT = 3
_ASKS = r"(?:how (?:many|much)|which|what) "
_FRAME = re.compile(
    rf"{_ASKS}[^?]*?(?= (?:did|do|does|was|were|is|are|has|have|had|can|could|will|would)\b|\?*$)",
    re.IGNORECASE,
)


def complete(question: str, before: str) -> str | None:
    """A bare question put into the frame of the one before; None where it is no bare one."""
    opening = _OPENING.match(question)
    rest = question[opening.end() if opening else 0 :].strip().rstrip("?!. ")
    if not opening or not opening.group() or not rest:
        return None
    words = classify(rest)
    if any(word.kind in ("verb", "aux", "pron") for word in words):
        return None
    if re.match(_ASKS, rest, re.IGNORECASE):
        frame = _FRAME.match(before)
        return _capital(rest + before[frame.end() :]) if frame else None
    if words[0].kind == "prep" and words[0].low != "of":
        return _with_place(rest, words[0], before)
    return instead(rest, before, "mean" in opening.group().lower())


def _with_place(rest: str, preposition: Word, before: str) -> str:
    """The question before with its last phrase of that preposition put otherwise, or added."""
    stem = before.rstrip("?!. ")
    place = stem.lower().rfind(f" {preposition.low} ")
    tail = stem[place + 1 :]
    if place > 0 and len(tail.split()) <= 4:
        return f"{stem[:place]} {rest}?"
    return f"{stem} {rest}?"


def is_fragment(question: str) -> bool:
    """Whether a question is a few words without a verb that go on from the one before.

    "At what angle?", "And Moscow?", "any side effects?"; not "Tax law", which may be a new subject.
    """
    words = [word for word in classify(question) if word.kind != "mark"]
    if not words or len(words) > _FRAGMENT or any(w.kind in ("verb", "aux") for w in words):
        return False
    return words[0].kind in ("conj", "prep", "wh") or words[0].low == "any"


def is_incomplete(question: str, talk: str) -> bool:
    """Whether a question needs its subject: it names none, or "the batteries" of no one.

    `talk` is all that was asked before; what it speaks of already is subject enough.
    """
    found = phrases(question)
    if any(phrase.is_name for phrase in found):
        return False
    spoken = set(re.findall(r"\w{4,}", talk.lower()))
    new = [phrase for phrase in found if not spoken & set(re.findall(r"\w{4,}", phrase.key))]
    if len(new) < len(found):
        return False
    definite = any(phrase.text.lower().startswith("the ") for phrase in found)
    return not found or (definite and len(question.split()) < _SHORT)


def with_context(question: str, before: str) -> str:
    """The question with what was asked before it added, for pronouns whose meaning is unsure."""
    before = re.sub(r"\s*\([^()]*\)", "", before)
    words = classify(before)
    skipped = ("wh", "aux", "conj", "prep")
    asked = ("many", "much")
    opening = next((w for w in words if w.kind not in skipped and w.low not in asked), None)
    if opening is None:
        return question
    return in_brackets(question, before[opening.start :].rstrip("?!. "))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
