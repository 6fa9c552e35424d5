"""What "one" and "ones" stand for: "a cheaper one" after a question about a bridge."""

import re

from rag.noun_phrases import Phrase

# "Which one" and "considered one" count; these stand for a thing of the kind that was spoken of.
_ONE = re.compile(r"(?P<before>\b(?:an?|another|the) (?!first |last )\w+ )(?P<one>ones?)\b")
_ONES = re.compile(r"(?P<before>\b(?!which|the|other|these|those)\w+ )(?P<one>ones)\b")
_DETERMINER = re.compile(r"^(?:the|an?|this|that|my|your|his|her|its|our|their) ", re.IGNORECASE)


def with_kind(question: str, topic: Phrase) -> str:
    """The question with its first such "one" said in words, if the subject is a common thing."""
    found = _ONE.search(question) or _ONES.search(question)
    if found is None or topic.is_name or topic.text.endswith("ing"):
        return question
    kind = _DETERMINER.sub("", topic.text)
    if found["one"] == "ones" and not topic.is_plural:
        kind = _plural(kind)
    elif found["one"] == "one" and topic.is_plural:
        return question
    return question[: found.start("one")] + kind + question[found.end() :]


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun[:-1] + "ies" if re.search(r"[^aeiou]y$", noun) else noun + "s"
