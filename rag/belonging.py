"""A subject added to a question that leaves it unsaid, where English would put it."""

import re
from collections.abc import Sequence

from rag.english import Word, classify
from rag.noun_phrases import Phrase, is_generic

_WHAT_IS_THE = re.compile(
    r"(?:and )?(?:what|who)(?:['’]s| is| are| was| were) the (?:\w+ ){0,2}\w+", re.IGNORECASE
)
_ROLE_OF = re.compile(r".*\b(?:roles?|parts?|importance) of (?:\w+ ){0,2}\w+", re.IGNORECASE)
# Generic words of which nothing is: "the best time of the accord to visit".
_NO_PART = frozenset(
    [
        "time",
        "times",
        "day",
        "days",
        "year",
        "years",
        "date",
        "place",
        "places",
        "country",
        "city",
        "person",
        "people",
        "man",
        "men",
        "woman",
        "women",
        "way",
        "ways",
        "lot",
        "bit",
        "thing",
        "things",
    ]
)


def with_topic(question: str, topic: Phrase) -> str:
    """The question with its subject: "the causes of it", "in it", else in brackets."""
    stem = question.rstrip("?!. ")
    mark = question[len(stem) :].strip()[:1]
    words = classify(stem)
    at = _head(words)
    if at is not None:
        return f"{stem[:at]} of {topic.text}{stem[at:]}{mark}"
    bare = all(word.kind != "prep" for word in words)
    if bare and _WHAT_IS_THE.fullmatch(stem) and words[-1].kind == "noun":
        return f"{stem} of {topic.text}{mark}"
    if _ROLE_OF.fullmatch(stem):
        return f"{stem} in {topic.text}{mark}"
    return in_brackets(question, topic.text)


def in_brackets(question: str, said: str) -> str:
    """The question with something added before its mark."""
    stem = question.rstrip("?!. ")
    return f"{stem} ({said}){question[len(stem) :].strip()[:1]}"


def _head(words: Sequence[Word]) -> int | None:
    """Where the first noun ends, if it is one that says nothing without what it is of."""
    at = next((at for at, word in enumerate(words) if word.kind == "noun"), None)
    if at is None or (at and words[at - 1].low in ("this", "that", "these", "those")):
        return None
    while at + 1 < len(words) and _goes_on(words, at + 1):
        at += 1
    after = words[at + 1] if at + 1 < len(words) else None
    generic = all(is_generic(word) for word in words[: at + 1] if word.kind == "noun")
    fits = after is None or after.kind in ("aux", "mark") or after.low in ("on", "to", "for", "in")
    lone = words[at].low in _NO_PART or words[at].text[0].isupper()
    return words[at].end if generic and fits and not lone else None


def _goes_on(words: Sequence[Word], at: int) -> bool:
    joined = words[at].low == "and" and at + 1 < len(words) and words[at + 1].kind == "noun"
    return words[at].kind == "noun" or joined
