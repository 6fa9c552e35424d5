"""Follow-ups that mean the answer to the question before, which is not among its words."""

import re

from rag.english import classify
from rag.noun_phrases import phrases

_ASKS_WHO = re.compile(r"(?:and |so )?who(?:se)? (?!is |was |are |were )", re.IGNORECASE)
_ASKS_WHICH = re.compile(
    r"(?:and |so )?(?:which|what)(?! (?:is|are|was|were|do|does|did|has|have|had|can|could|will|"
    r"would|should|about|if|happen\w*|cause\w*|makes?|ones?|types?|kinds?|sorts?|"
    r"variet\w+|versions?|brands?|models?)\b) (?P<asked>[^?]*)",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:he|she|him|his|her|hers)\b", re.IGNORECASE)
_THING = re.compile(r"\b(?:it|its|they|them|their)\b", re.IGNORECASE)
_BACK = re.compile(r"\b(?:he|she|him|his|hers|those|these|that time)\b", re.IGNORECASE)
_BACK_TO_ALL = re.compile(
    r"\b(?:do|does|did|done) the same\b"
    r"|\b(?:this|that)(?= (?:is|was|were|has|have|had|does|did|mean|happen\w*|consist|\w+ed)\b)"
    r"|\b(?:this|that|ones?)(?=[?.!]*$)"
    r"|(?<!is )(?<!are )(?<!was )(?<!were )\bthere(?=[?.!]*$)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.?!])\s+")


def is_about_answer(question: str, before: str) -> bool:
    """After "Who led them?" "he" is that person; after "Which ships sailed?" "they" are those."""
    if _PERSON.search(question):
        return bool(_ASKS_WHO.match(before))
    asked = _ASKS_WHICH.match(before)
    return bool(asked and _THING.search(question)) and classify(question)[0].kind != "conj"


def points_back(question: str) -> bool:
    """Whether a word points to what was said before, though not to a thing that it named.

    After a sentence of its own it points to that: "Can I grow rice? How can I do that?".
    """
    *said, _ = _SENTENCE.split(question.strip())
    if any(phrases(each) for each in said):
        return False
    names = any(phrase.is_name for phrase in phrases(question))
    return bool(_BACK_TO_ALL.search(question) or (_BACK.search(question) and not names))
