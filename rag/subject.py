"""What each question of a conversation is about, and what else it mentions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.noun_phrases import Phrase, phrases

_DEFINES = re.compile(
    r"(?:so |and |ok(?:ay)?,? )?(?:(?:can you |please )*(?:tell me|explain|describe|define)\b|"
    r"(?:what|who)(?: is| are| was| were| causes?| caused|['’]s)\b|"
    r"how (?:do|does|did|is|are|was|were)\b|"
    r"I(?:['’]d| would) like to (?:know|learn))",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:and )?(?:what|how) about\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Turn:
    """A question made to stand alone, its subject, and all that it mentions, subject first."""

    text: str
    topic: Phrase | None
    mentioned: tuple[Phrase, ...]


def turn(question: str, text: str, talk: Sequence[Turn]) -> Turn:
    """The turn of `question`, which stands alone as `text`.

    A question that was completed stays with what completed it; one that defines or names
    something makes that the subject; any other stays with the subject there was.
    """
    found = phrases(text)
    before = talk[-1].topic if talk else None
    if before is None:
        topic = _main(found)
    elif text != question:
        earlier = {phrase.key for each in talk for phrase in each.mentioned}
        known = [phrase for phrase in found if phrase.key in earlier]
        topic = next((phrase for phrase in known if phrase.key == before.key), None)
        topic = topic or next(iter(known), before)
        if _ABOUT.match(question):
            topic = next(iter(phrases(question)), topic)
    else:
        topic = _introduced(text, found) or before
    rest = tuple(phrase for phrase in found if topic is None or phrase.key != topic.key)
    return Turn(text, topic, ((topic,) if topic else ()) + rest)


def _introduced(text: str, found: Sequence[Phrase]) -> Phrase | None:
    """What a question brings up: what it asks to be told about, else what it names."""
    defined = _DEFINES.match(text)
    if defined:
        for phrase in found:
            if not phrase.text.lower().startswith("the ") or phrase.is_name:
                return phrase
    names = [phrase for phrase in found if phrase.is_name and not phrase.place]
    return next(iter(names), None)


def _main(found: Sequence[Phrase]) -> Phrase | None:
    """Rather the grammatical subject than where it is or what is counted."""
    things = [phrase for phrase in found if not phrase.asked]
    subjects = [phrase for phrase in things if not phrase.place]
    return next(iter([*subjects, *things, *found]), None)
