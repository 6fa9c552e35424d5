"""What the pronouns of a follow-up stand for: by number, by name, by what was last spoken of."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rag.belonging import in_brackets
from rag.english import Word, classify
from rag.noun_phrases import Phrase, phrases
from rag.subject import Turn

_HE = frozenset(("he", "him", "his"))
_SHE = frozenset(("she", "her", "hers"))
_PEOPLE = _HE | _SHE
MANY = "many"
"""The kind of "they" and "those"."""
_THEY = frozenset(("they", "them", "their", "theirs", "these", "those"))
_THING = frozenset(("it", "its"))
_OWNERS = frozenset(("its", "their", "his", "her"))
# What "it takes" or "it means" goes on with where "it" is no thing.
_TOLD = frozenset(("to", "that", "if", "when"))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "isn't", "aren't"))
_KINDS = {"he": _HE, "she": _SHE, MANY: _THEY, "thing": _THING}
_WHO_IS = re.compile(
    r"(?:and |so )?who(?:['’]s| is| was) (?P<who>the (?![A-Z])[^?()]*[^?() .])", re.IGNORECASE
)
_REMEMBERED = 4
_PART_OF_THEM = [[some, "of", "them"] for some in ("many", "some", "most", "none", "any", "which")]


def resolve(question: str, talk: Sequence[Turn]) -> tuple[str, dict[str, Phrase]]:
    """The question with the first pronoun of each kind put in words, and what each kind means.

    A pronoun that fits nothing in number or sex stays, and what is spoken of follows in brackets.
    """
    words = classify(question)
    made, at = [], 0
    stood: dict[str, Phrase] = {}
    unsure: list[str] = []
    for place, word in enumerate(words):
        meant = _meant(words, place, talk)
        kind = _kind(word.low)
        if meant is None or kind in stood:
            continue
        stood[kind] = meant
        if not _agrees(kind, meant):
            unsure.append(meant.text)
            continue
        text = _inflect(meant, word, words[place + 1 :])
        made += [question[at : word.start], text[:1].upper() + text[1:] if place == 0 else text]
        at = word.end
    text = "".join([*made, question[at:]])
    return (in_brackets(text, unsure[0]) if unsure and not made else text), stood


def _kind(low: str) -> str:
    bare = low.removesuffix("'s")
    return next((name for name, group in _KINDS.items() if bare in group), bare)


def _agrees(kind: str, meant: Phrase) -> bool:
    """Whether a phrase can be put for a pronoun of a kind: "it" is not many."""
    return kind != "thing" or meant.is_name or not meant.is_plural


def _meant(words: Sequence[Word], place: int, talk: Sequence[Turn]) -> Phrase | None:
    low = words[place].low.removesuffix("'s")
    if low in _PEOPLE:
        return _person(_kind(low), talk)
    if low in _THING | _THEY and not _is_pronoun(words, place):
        return None
    if low in _THEY:
        part = [word.low for word in words[max(0, place - 2) : place + 1]] in _PART_OF_THEM
        return _several(talk, part)
    if low in _THING:
        return _thing(talk)
    if low == "there" and not _is_existential(words, place):
        return _first(talk, lambda phrase: phrase.place and phrase.is_name)
    return None


def _person(kind: str, talk: Sequence[Turn]) -> Phrase | None:
    """Who "he" or "she" is: as before, who was named or asked for, and never the other sex."""
    if kind in talk[-1].meant:
        return talk[-1].meant[kind]
    other = {each.meant[k].key for each in talk for k in ("he", "she") if k in each.meant}
    other -= {each.meant[kind].key for each in talk if kind in each.meant}
    candidates = [p for p in _recent(talk) if not p.owned and p.key not in other]
    people = [p for p in candidates if p.is_person]
    names = [p for p in candidates if p.is_name and p.text.split()[-1][0].isupper()]
    names = [p for p in names if not (p.place or p.is_plural)]
    lone = [p for p in names if not p.text.lower().startswith("the ")]
    last = [p for p in candidates if p in talk[-1].mentioned and not p.is_plural]
    asked = _asked_for(talk[-1].text)
    return next(iter([*asked, *people, *lone, *names, *last]), None)


def _asked_for(before: str) -> list[Phrase]:
    """Whom the question before asked for: the captain, after "Who was the captain?"."""
    asked = _WHO_IS.match(before)
    if not asked:
        return []
    text = asked["who"]
    start, end = asked.span("who")
    return [Phrase(text, start, end, False, False, False, False, True)]


def _thing(talk: Sequence[Turn]) -> Phrase | None:
    """What "it" is: as before, the subject, or what was last mentioned; no person."""
    if "thing" in talk[-1].meant:
        return talk[-1].meant["thing"]
    people = {each.key for earlier in talk for each in earlier.mentioned if each.is_person}
    people |= {each.meant[k].key for each in talk for k in ("he", "she") if k in each.meant}
    thing = _first(talk, lambda phrase: not phrase.is_plural and phrase.key not in people)
    return thing or talk[-1].topic


def _several(talk: Sequence[Turn], part: bool) -> Phrase | None:
    """Who or what "they" are; of "some of them", those that were counted."""
    topic = talk[-1].topic
    counted = _first(talk[-2:], lambda phrase: phrase.is_plural and phrase.asked)
    if part and counted:
        return counted if _is_definite(counted) else replace(counted, text=f"the {counted.text}")
    if MANY in talk[-1].meant:
        return talk[-1].meant[MANY]
    if topic is not None and topic.is_plural:
        return topic
    certain = _first(talk[-2:], lambda phrase: phrase.is_plural and _is_definite(phrase))
    if certain is None and topic is not None and topic.is_name and topic.place:
        return _first(talk, lambda phrase: phrase.is_plural)
    if certain or (topic is not None and topic.is_name):
        return certain or topic
    return _first(talk[-2:], lambda phrase: phrase.is_plural) or topic


def _first(talk: Sequence[Turn], fits: Callable[[Phrase], bool]) -> Phrase | None:
    return next((phrase for phrase in _recent(talk) if fits(phrase)), None)


def _recent(talk: Sequence[Turn]) -> Iterator[Phrase]:
    for each in reversed(talk[-_REMEMBERED:]):
        yield from each.mentioned


def _is_definite(phrase: Phrase) -> bool:
    return phrase.is_name or phrase.text.lower().startswith("the ")


def _is_pronoun(words: Sequence[Word], place: int) -> bool:
    """Whether a word as "it" or "that" points out of its own question."""
    low = words[place].low
    after = words[place + 1] if place + 1 < len(words) else None
    if low in ("these", "those") and after is not None and after.kind == "noun":
        return False
    return not _is_dummy(words, place) and not _points_inside(words, place)


def _points_inside(words: Sequence[Word], place: int) -> bool:
    """Whether what is meant stands before it: "How do firms pay their staff and where do they"."""
    plural = words[place].low in _THEY
    text = " ".join(word.text for word in words[:place])
    before = [phrase for phrase in phrases(text) if phrase.is_plural == plural]
    if words[:2] and words[0].kind == "conj" and any(word.text == "," for word in words[:place]):
        return bool(before)
    joined = any(
        word.kind == "conj" and after.kind in ("wh", "aux", "pron", "verb")
        for word, after in pairwise(words[: place + 1])
    )
    return bool(before) and (joined or words[place].low in _OWNERS)


def _is_dummy(words: Sequence[Word], place: int) -> bool:
    """The "it" of "is it true that" and "does it take"."""
    later = words[place + 1 : place + 3]
    if words[place].low != "it" or not later:
        return False
    told = later[0].kind == "noun" and [word.low for word in later[1:]] in (["to"], ["that"])
    takes = later[0].low in ("take", "takes", "took", "mean")
    return told or (takes and any(word.low in _TOLD for word in words[place + 2 :]))


def _is_existential(words: Sequence[Word], place: int) -> bool:
    """The "there" of "are there any" and "there is"."""
    before = words[place - 1] if place else None
    after = words[place + 1] if place + 1 < len(words) else None
    if after is not None and after.low in _BE:
        return True
    ends = after is None or (after.kind in ("mark", "prep", "conj") and after.low != "to")
    return before is not None and before.low in _BE and not (ends and before.low != "there")


def _inflect(meant: Phrase, word: Word, later: Sequence[Word]) -> str:
    if word.low == "there":
        return f"in {meant.text}"
    owner = word.low in _OWNERS and bool(later) and later[0].kind in ("noun", "adv", "det")
    if word.low.endswith("'s"):
        return meant.text + "'s"
    if not owner:
        return meant.text
    return meant.text + ("'" if meant.text.endswith("s") else "'s")
