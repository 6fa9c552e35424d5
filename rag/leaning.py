"""Questions that go on about the subject without naming it: "What are typical dishes?"."""

import re
from collections.abc import Sequence

from rag.noun_phrases import Phrase, phrases
from rag.subject import Turn, theme

# What is said of two things, of which the question names one at most.
_RELATION = re.compile(
    r"(?:what|how)(?:['’]s| is| are| was| were) (?:the |its )?(?:\w+ )?"
    r"(?:roles?|impacts?|effects?|influences?|relationships?|relations?|connections?|links?|"
    r"implications?|consequences?|contributions?|differences?(?= with)|similarit\w+(?= with))\b",
    re.IGNORECASE,
)
# A choice among things of a kind, which the subject bounds.
_AMONG = re.compile(
    r"(?:and |so |but |then )?(?:"
    r"(?:are|is|were|was) there (?:any|other|some|many|more)\b(?!.* of )"
    r"|(?:what|who|which)(?:['’]s| is| are| was| were) (?:the |some |some of the |an? )?"
    r"(?:most|more|best|worst|main|major|key|other|typical|common|popular|famous|important|similar|"
    r"first|last|biggest|largest|next)\b"
    r"|(?:what|which) (?:types?|kinds?|sorts?|parts?|variet\w+|versions?|brands?)\b(?! of )"
    r"|(?:what|which|who)(?:['’]s| is| are| was| were) the \w+est (?:ever|in|on|to|\w+ed)\b"
    r")",
    re.IGNORECASE,
)
# Words that compare with, or pick from, what was spoken of.
_LIKE = re.compile(
    r"\bones\b|\b(?:other|more) similar\b|\b(?:different|similar|differ|compare)[?. ]*$"
    r"|\b(?:this|these|those) "
    r"(?!year|week|month|morning|evening|season|century|decade|time|day|way)"
    r"(?!is\b|was\b|are\b|were\b|\w+ing\b|\w+ed\b)[a-z]+",
    re.IGNORECASE,
)
# What a place is called that was named before.
_PLACE = re.compile(
    r"\bthe (?:city|town|village|area|region|country|state|province|island|place)\b(?! of )"
)
_WHAT = re.compile(r"(?:and |so )?(?:what|which)\b", re.IGNORECASE)
# Words from which on a question says itself what it is about.
_LONGEST = 9
_WHICH = re.compile(r"(?:and |so )?which\b", re.IGNORECASE)


def leans(question: str, talk: Sequence[Turn]) -> Phrase | None:
    """The subject of a question that names neither its own nor another one; None if it has one."""
    subject, last = theme(talk), talk[-1].topic
    found = phrases(question)
    if any(phrase.is_name for phrase in found):
        return None
    if _PLACE.search(question):
        return _place(talk) or last
    if _LIKE.search(question):
        return last
    if _RELATION.match(question):
        subject = subject or last
    if subject is None or len(question.split()) > _LONGEST:
        return None
    if _speaks_of(question, [subject, last or subject]):
        return None
    of_kind = bool(found) and found[0].asked and bool(_WHAT.match(question))
    chosen = of_kind and (found[0].is_plural or _WHICH.match(question))
    among = chosen or _RELATION.match(question) or _AMONG.match(question)
    return subject if among or (subject.place and subject.is_name) else None


def _place(talk: Sequence[Turn]) -> Phrase | None:
    """The place that was named last."""
    mentioned = (phrase for each in reversed(talk) for phrase in each.mentioned)
    return next((each for each in mentioned if each.is_name and not each.is_person), None)


def _speaks_of(question: str, subjects: Sequence[Phrase]) -> bool:
    """Whether it has a word of a subject's own."""
    words = {stem for subject in subjects for stem in _stems(subject.key)}
    return bool(words & _stems(question))


def _stems(text: str) -> set[str]:
    return {word.lower()[:5] for word in re.findall(r"\w{4,}", text)}
