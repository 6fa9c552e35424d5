"""What kind of words would answer a question: a number, a date, a person, a place, or anything.

Question words decide, as in the classic taxonomy of Li and Roth (2002,
doi:10.3115/1072228.1072378), cut down to the kinds that a sentence can be checked for without a
model. A kind that is uncertain is `None`: everything satisfies it.
"""

import re
from typing import Literal

from rag.stopwords import STOPWORDS

AnswerType = Literal["number", "date", "name"]

_NUMBER = re.compile(
    r"\bhow (?:many|much|old|long|far|large|big|tall|high|often)\b"
    r"|\b(?:what|which) (?:(?:is|was|are|were) )?(?:the )?(?:\w+ )?"
    r"(?:number|percentage|percent|share|rate|price|cost|amount|total|population|age|size|sum)\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\bwhen\b|\b(?:what|which|on what|in what|in which|on which) "
    r"(?:year|month|day|date|century|decade)\b|\bsince when\b|\bhow long ago\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"^(?:and |but |so )?(?:by |to |with |from |for |of )?(?:who|whom|whose)\b"
    r"|\b(?:what|which) (?:is|was|were|are) the (?:\w+ )?name\b"
    r"|\bwho (?:is|was|are|were|did|does|said|says|told|commanded|led|leads|heads|wrote)\b",
    re.IGNORECASE,
)
_WRITTEN = (
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|twice|third|couple|"
    r"several|few|many|no|none|most|all)\b"
)
_HOLDS_NUMBER = re.compile(rf"[0-9]|{_WRITTEN}", re.IGNORECASE)
_HOLDS_DATE = re.compile(
    r"\b[0-9]{4}\b|\b[0-9]{1,2}(?:st|nd|rd|th)\b|\b[0-9]{1,2}/[0-9]{1,2}\b"
    r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|spring|summer|autumn|winter|"
    r"today|yesterday|tomorrow|week|month|year|years|decade|century|centuries|ago|recently|last|"
    r"next|since|during|after|before|until)\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"\b[^\W\d_a-z][\w’'-]*")
_PRONOUN = re.compile(
    r"\b(?:he|she|they|his|her|their|who|president|minister|group|people)\b", re.I
)


def answer_type(question: str) -> AnswerType | None:
    """The kind of answer asked for; a date before a number ("in what year")."""
    if _DATE.search(question):
        return "date"
    if _NUMBER.search(question):
        return "number"
    return "name" if _NAME.search(question) else None


def holds(kind: AnswerType | None, sentence: str, question: str) -> bool:
    """Whether the sentence has words of that kind which the question does not already have."""
    if kind is None:
        return True
    if kind == "number":
        return bool(_HOLDS_NUMBER.search(_without(sentence, question)))
    if kind == "date":
        return bool(_HOLDS_DATE.search(_without(sentence, question)))
    names = {name.casefold() for name in _CAPITAL.findall(sentence)} - STOPWORDS
    asked = {word.casefold() for word in re.findall(r"\w+", question)}
    return bool(names - asked) or bool(_PRONOUN.search(sentence))


def _without(sentence: str, question: str) -> str:
    asked = {word.casefold() for word in re.findall(r"\w+", question)} - STOPWORDS
    return re.sub(
        r"\w+", lambda match: "" if match.group().casefold() in asked else match.group(), sentence
    )
