"""Those that a question asked to count or to name: "they" after "How many seals live there?"."""

import re

from rag.noun_phrases import Phrase, phrases
from rag.subject import Turn

_EXIST = re.compile(r"\b(?:are|were) there\b", re.IGNORECASE)


def counted(before: Turn) -> Phrase | None:
    """The things that the question before asked for, unless it was about many things itself.

    After "How many sailors did the two ships carry?" "they" are the ships.
    """
    topic = before.topic
    spoken = {phrase.key for phrase in phrases(before.text)}
    if topic is not None and topic.is_plural and topic.key in spoken:
        return None
    if _EXIST.search(before.text):
        return None
    return next((each for each in before.mentioned if each.is_plural and each.asked), None)
