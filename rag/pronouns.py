"""What the pronouns of a follow-up stand for: by number, by name, by what was last spoken of."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rag.english import Word, classify
from rag.noun_phrases import Phrase, phrases
from rag.subject import Turn

_PEOPLE = frozenset(("he", "she", "him", "his", "her", "hers"))
_MANY = frozenset(("they", "them", "their", "theirs", "these", "those"))
_THING = frozenset(("it", "its"))
_OWNERS = frozenset(("its", "their", "his", "her"))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "isn't", "aren't"))
_REMEMBERED = 4
_PART_OF_THEM = [[some, "of", "them"] for some in ("many", "some", "most", "none", "any", "which")]


def resolve(question: str, talk: Sequence[Turn]) -> str:
    """The question with the first pronoun of each kind put in words."""
    words = classify(question)
    made, at = [], 0
    done: set[str] = set()
    for place, word in enumerate(words):
        meant = _meant(words, place, talk)
        if meant is None:
            continue
        kind = _kind(word.low)
        if kind in done:
            continue
        done.add(kind)
        text = _inflect(meant, word, words[place + 1 :])
        made += [question[at : word.start], text[:1].upper() + text[1:] if place == 0 else text]
        at = word.end
    return "".join([*made, question[at:]])


def _kind(low: str) -> str:
    for name, group in (("people", _PEOPLE), ("many", _MANY), ("thing", _THING)):
        if low in group:
            return name
    return low


def _meant(words: Sequence[Word], place: int, talk: Sequence[Turn]) -> Phrase | None:
    low = words[place].low.removesuffix("'s")
    if low in _PEOPLE:
        named = _first(talk, lambda phrase: phrase.is_person)
        named = named or _first(talk, lambda p: p.is_name and not p.place and not p.is_plural)
        return named or _first(talk[-1:], lambda phrase: not phrase.is_plural)
    if low in _THING | _MANY and not _is_pronoun(words, place):
        return None
    if low in _MANY:
        part = [word.low for word in words[max(0, place - 2) : place + 1]] in _PART_OF_THEM
        return _several(talk, part)
    if low in _THING:
        people = {each.key for earlier in talk for each in earlier.mentioned if each.is_person}
        thing = _first(talk, lambda phrase: not phrase.is_plural and phrase.key not in people)
        return thing or talk[-1].topic
    if low == "there" and not _is_existential(words, place):
        return _first(talk, lambda phrase: phrase.place and phrase.is_name)
    return None


def _several(talk: Sequence[Turn], part: bool) -> Phrase | None:
    """Who or what "they" are; of "some of them", those that were counted."""
    topic = talk[-1].topic
    counted = _first(talk[-2:], lambda phrase: phrase.is_plural and phrase.asked)
    if part and counted:
        return counted if _is_definite(counted) else replace(counted, text=f"the {counted.text}")
    certain = _first(talk[-2:], lambda phrase: phrase.is_plural and _is_definite(phrase))
    if certain or (topic is not None and (topic.is_plural or topic.is_name)):
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
    plural = words[place].low in _MANY
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
    return told or later[0].low in ("take", "takes", "took", "mean")


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
