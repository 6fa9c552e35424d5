"""Questions that go on about the subject without naming it: "What are typical dishes?"."""

import re
from collections.abc import Sequence

from rag.noun_phrases import phrases
from rag.subject import Turn, theme

# What is said of two things, of which the question names one at most.
_RELATION = re.compile(
    r"(?:what|how)(?:['’]s| is| are| was| were) (?:the |its )?(?:\w+ )?"
    r"(?:roles?|impacts?|effects?|influences?|relationships?|relations?|connections?|links?|"
    r"implications?|consequences?|contributions?)\b",
    re.IGNORECASE,
)
# A choice among things of a kind, which the subject bounds.
_AMONG = re.compile(
    r"(?:and |so |but |then )?(?:"
    r"(?:are|is|were|was) there (?:any|other|some|many|more)\b(?!.* of )"
    r"|(?:what|who|which)(?:['’]s| is| are| was| were) (?:the |some |some of the |an? )?(?:(?:most|more|"
    r"best|worst|main|major|key|other|typical|common|popular|famous|important|similar|first|last|"
    r"biggest|largest|next)\b)"
    r"|(?:what|which) (?:types?|kinds?|sorts?|parts?)\b(?! of )"
    r")",
    re.IGNORECASE,
)
# Words that compare with, or pick from, what was spoken of.
_LIKE = re.compile(r"\bones\b|\b(?:other|more) similar\b", re.IGNORECASE)
_WHAT = re.compile(r"(?:and |so )?(?:what|which)\b", re.IGNORECASE)
# Words from which on a question says itself what it is about.
_LONGEST = 9
_WHICH = re.compile(r"(?:and |so )?which\b", re.IGNORECASE)


def leans(question: str, talk: Sequence[Turn]) -> bool:
    """Whether a question that names neither its subject nor another one belongs to the subject."""
    found = phrases(question)
    if _LIKE.search(question):
        return True
    long = len(question.split()) > _LONGEST
    if long or any(phrase.is_name for phrase in found) or _speaks_of(question, talk):
        return False
    of_kind = bool(found) and found[0].asked and bool(_WHAT.match(question))
    chosen = of_kind and (found[0].is_plural or _WHICH.match(question))
    return bool(chosen or _RELATION.match(question) or _AMONG.match(question))


def _speaks_of(question: str, talk: Sequence[Turn]) -> bool:
    """Whether it has a word of the subject's own."""
    subjects = [topic for topic in (theme(talk), talk[-1].topic) if topic]
    words = {stem for subject in subjects for stem in _stems(subject.key)}
    return bool(words & _stems(question))


def _stems(text: str) -> set[str]:
    return {word.lower()[:5] for word in re.findall(r"\w{4,}", text)}
