"""Follow-ups that leave something unsaid: "And how much equipment?", "What are the themes?"."""

import re

from rag.english import Word, classify
from rag.noun_phrases import Phrase, phrases

_OPENING = re.compile(
    r"^(?:(?:and|but|so|then|ok(?:ay)?|interesting)[,.!]?\s+)*(?:(?:what|how) about\s+)?",
    re.IGNORECASE,
)
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
    if words[0].kind == "prep" and words[0].low not in ("of", "for"):
        return _with_place(rest, words[0], before)
    return None


def _with_place(rest: str, preposition: Word, before: str) -> str:
    """The question before with its last phrase of that preposition put otherwise, or added."""
    stem = before.rstrip("?!. ")
    place = stem.lower().rfind(f" {preposition.low} ")
    tail = stem[place + 1 :]
    if place > 0 and len(tail.split()) <= 4:
        return f"{stem[:place]} {rest}?"
    return f"{stem} {rest}?"


def is_incomplete(question: str) -> bool:
    """Whether a question names no subject of its own: all its nouns are of the kind "causes"."""
    return not phrases(question)


def with_topic(question: str, topic: Phrase) -> str:
    """The question with its subject added at the end."""
    stem = question.rstrip("?!. ")
    words = classify(stem)
    mark = question[len(stem) :].strip()[:1]
    if words and words[-1].kind == "noun" and any(word.low == "the" for word in words):
        return f"{stem} of {topic.text}{mark}"
    return f"{stem} ({topic.text}){mark}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
