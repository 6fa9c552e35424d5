"""What each question of a conversation is about, and what else it mentions."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rag.noun_phrases import Phrase, phrases

_DEFINES = re.compile(
    r"(?:so |and |ok(?:ay)?,? )?(?:(?:can you |please )*(?:tell me|explain|describe|define)\b|"
    r"(?:what|who)(?: is| are| was| were| causes?| caused|['’]s)\b|"
    r"how (?:do|does|did|is|are|was|were)\b|"
    r"I(?:['’]d| would) like to (?:know|learn))",
    re.IGNORECASE,
)
SUBJECT = "subject"
"""The kind, in `Turn.meant`, of a subject that was added and not put in for a pronoun."""
_ABOUT = re.compile(r"(?:and )?(?:what|how) about\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Turn:
    """A question made to stand alone, its subject, and all that it mentions, subject first.

    `meant` is what its pronouns stood for, by kind.
    """

    text: str
    topic: Phrase | None
    mentioned: tuple[Phrase, ...]
    meant: Mapping[str, Phrase] = field(default_factory=dict)


def turn(question: str, text: str, talk: Sequence[Turn], meant: Mapping[str, Phrase]) -> Turn:
    """The turn of `question`, which stands alone as `text`.

    A question that was completed stays with what was spoken of most of all that it mentions; one
    that defines or names something makes that the subject; any other stays with the subject there
    was, or goes back to an earlier one that it mentions.
    """
    completed = text != question
    earlier = {phrase.key: phrase for each in talk for phrase in each.mentioned}
    found = [_known(phrase, earlier, question) for phrase in phrases(text)]
    known = [phrase for phrase in found if phrase.key in earlier]
    before = talk[-1].topic if talk else None
    if SUBJECT in meant:
        topic: Phrase | None = meant[SUBJECT]
    elif before is None:
        topic = _main(found)
    elif _ABOUT.match(question):
        topic = next(iter(phrases(question)), before)
    elif completed:
        stood = {phrase.key for phrase in meant.values()}
        topic = max(
            known, key=lambda phrase: (times(talk, phrase), phrase.key in stood), default=before
        )
    else:
        topic = _introduced(text, found) or next(iter(known), before)
    rest = tuple(phrase for phrase in found if topic is None or phrase.key != topic.key)
    return Turn(text, topic, ((topic,) if topic else ()) + rest, meant)


def times(talk: Sequence[Turn], phrase: Phrase) -> int:
    """In how many questions something was spoken of."""
    return sum(phrase.key in {each.key for each in earlier.mentioned} for earlier in talk)


def theme(talk: Sequence[Turn]) -> Phrase | None:
    """What the conversation is about: the subject that most questions spoke of, of equals the last.

    None while it has stayed with none for two questions.
    """
    topics = {each.topic.key: each.topic for each in talk if each.topic is not None}
    best = max(reversed(topics.values()), key=lambda topic: times(talk, topic), default=None)
    return best if best is not None and times(talk, best) > 1 else None


def _known(phrase: Phrase, earlier: Mapping[str, Phrase], question: str) -> Phrase:
    """A phrase that was put in for a pronoun and runs into the words after it, cut to itself."""
    for key, other in earlier.items():
        put_in = phrase.text not in question and phrase.key.startswith(f"{key} ")
        if phrase.key == key or put_in:
            start = phrase.start + len(phrase.text) - len(phrase.key)
            return replace(
                phrase,
                text=other.text,
                end=start + len(key),
                is_plural=other.is_plural,
                is_name=other.is_name,
            )
    return phrase


def _introduced(text: str, found: Sequence[Phrase]) -> Phrase | None:
    """What a question brings up: what it asks to be told about, else what it names."""
    if _DEFINES.match(text):
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
