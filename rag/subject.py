"""What each question of a conversation is about, and what else it mentions."""

from collections.abc import Sequence
from dataclasses import dataclass

from rag.noun_phrases import Phrase, phrases


@dataclass(frozen=True, slots=True)
class Turn:
    """A question made to stand alone, its subject, and all that it mentions, subject first."""

    text: str
    topic: Phrase | None
    mentioned: tuple[Phrase, ...]


def turn(question: str, text: str, talk: Sequence[Turn]) -> Turn:
    """The turn of `question`, which stands alone as `text`.

    A question that had to be completed stays with the subject; any other sets its own.
    """
    found = phrases(text)
    before = talk[-1].topic if talk else None
    topic = None
    if text != question and before is not None:
        topic = next((phrase for phrase in found if phrase.key == before.key), before)
        earlier = {phrase.key for each in talk for phrase in each.mentioned}
        if topic.key not in {phrase.key for phrase in found}:
            # Another thing than the subject was meant by the pronoun: it is the subject now.
            topic = next((phrase for phrase in found if phrase.key in earlier), topic)
    if topic is None:
        topic = _main(found) or before
    rest = tuple(phrase for phrase in found if topic is None or phrase.key != topic.key)
    return Turn(text, topic, ((topic,) if topic else ()) + rest)


def _main(found: Sequence[Phrase]) -> Phrase | None:
    """Rather the grammatical subject than where it is or what is counted."""
    things = [phrase for phrase in found if not phrase.asked]
    subjects = [phrase for phrase in things if not phrase.place]
    return next(iter([*subjects, *things, *found]), None)
