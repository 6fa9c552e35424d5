"""A follow-up as it would be asked alone: what "they" are, and what was left unsaid.

The earlier questions are resolved in turn, so that "it" can mean what "it" meant before. A question
that stands alone is left as it is, and changes the subject.
"""

from collections.abc import Mapping, Sequence

from rag.answer_meant import is_about_answer, points_back
from rag.belonging import with_topic
from rag.counted import counted
from rag.ellipsis_asked import complete, is_fragment, is_incomplete, with_context
from rag.leaning import leans
from rag.noun_phrases import Phrase
from rag.ones import with_kind
from rag.pronouns import MANY, resolve
from rag.short_forms import in_full
from rag.subject import SUBJECT, Turn, turn

# Questions further back than this do not decide what a pronoun means.
_REMEMBERED = 8

Said = tuple[str, dict[str, Phrase]]


def rewrite(question: str, history: Sequence[str]) -> str:
    """The question in words that stand alone, given the earlier questions, oldest first."""
    talk: list[Turn] = []
    for earlier in history[-_REMEMBERED:]:
        text, meant = _alone(earlier, talk)
        talk.append(turn(earlier, text, talk, meant))
    return _alone(question, talk)[0]


def _alone(question: str, talk: Sequence[Turn]) -> Said:
    """The question as it stands alone, and what its pronouns mean."""
    if not talk or talk[-1].topic is None:
        return question, {}
    completed = complete(question, talk[-1].text)
    if completed is not None:
        return completed, {}
    if is_about_answer(question, talk[-1].text) and not talk[-1].meant:
        return with_context(question, talk[-1].text), {}
    resolved, meant = resolve(question, talk)
    if resolved != question:
        return _of_the_counted(question, talk[-1], meant) or (resolved, meant)
    said = with_kind(in_full(question, talk), talk[-1].topic)
    if said != question:
        return said, {}
    return _unpointed(question, talk)


def _of_the_counted(question: str, before: Turn, meant: Mapping[str, Phrase]) -> Said | None:
    """The question with the one before it, where only "they" points back: to those it asked for."""
    they = counted(before) if set(meant) == {MANY} else None
    return (with_context(question, before.text), {MANY: they}) if they else None


def _unpointed(question: str, talk: Sequence[Turn]) -> Said:
    """The question, no word of which stands for a thing, with what it leaves unsaid."""
    if points_back(question):
        return with_context(question, talk[-1].text), {}
    subject = _unsaid(question, talk)
    if subject:
        return with_topic(question, subject), {SUBJECT: subject}
    if is_fragment(question):
        return with_context(question, talk[-1].text), {}
    return question, {}


def _unsaid(question: str, talk: Sequence[Turn]) -> Phrase | None:
    """The subject of a question without a pronoun that leaves it unsaid."""
    if is_incomplete(question, " ".join(each.text for each in talk)):
        return talk[-1].topic
    return leans(question, talk)
