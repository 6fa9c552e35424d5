"""A follow-up as it would be asked alone: what "they" are, and what was left unsaid.

The earlier questions are resolved in turn, so that "it" can mean what "it" meant before. A question
that stands alone is left as it is, and changes the subject.
"""

from collections.abc import Sequence

from rag.answer_meant import is_about_answer, points_back
from rag.ellipsis_asked import complete, is_incomplete, with_context, with_topic
from rag.pronouns import resolve
from rag.subject import Turn, turn

# Questions further back than this do not decide what a pronoun means.
_REMEMBERED = 8


def rewrite(question: str, history: Sequence[str]) -> str:
    """The question in words that stand alone, given the earlier questions, oldest first."""
    talk: list[Turn] = []
    for earlier in history[-_REMEMBERED:]:
        text = _alone(earlier, talk)
        talk.append(turn(earlier, text, talk))
    return _alone(question, talk)


def _alone(question: str, talk: Sequence[Turn]) -> str:
    if not talk or talk[-1].topic is None:
        return question
    completed = complete(question, talk[-1].text)
    if completed is not None:
        return completed
    if is_about_answer(question, talk[-1].text):
        return with_context(question, talk[-1].text)
    resolved = resolve(question, talk)
    if resolved != question:
        return resolved
    if points_back(question):
        return with_context(question, talk[-1].text)
    if is_incomplete(question, " ".join(each.text for each in talk)):
        return with_topic(question, talk[-1].topic)
    return question
