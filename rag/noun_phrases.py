"""The things a question speaks of, in the order in which a follow-up is likely to mean them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from rag.english import Word, classify

_GENERIC = frozenset(
    re.findall(
        r"\w+",
        """type kind form sort example way thing part difference effect side cause reason symptom
        sign treatment benefit advantage disadvantage pro con risk cost price history origin role
        purpose importance impact influence goal meaning definition name size number amount kind
        year date time day place country city person man woman main common important best
        good bad famous popular big large small long short different similar other general average
        typical major key first second last next new old current total much many far fast well true
        possible available left right fact story information detail example term word idea result
        consequence relationship connection process step option alternative problem issue issues
        challenge solution question answer case feature characteristic aspect component element
        member leader author founder owner winner character theme plot award model plan level rate
        percentage percent lot bit pros cons contribution argument invention creation discovery
        development look use usage experience finding advice tip worth function
        recommendation requirement variety varieties version sort brand kinds""",
    )
)
_ADJECTIVES = frozenset(
    re.findall(
        r"\w+",
        """important famous popular good bad best dangerous safe free endangered available
        successful different similar expensive cheap legal illegal healthy unhealthy true possible
        necessary common rare treatable ethical effective useful difficult hard easy big large
        small long short old new known unique special better worse easier harder smart real
        depressed serious normal modern traditional recent wow named powerful younger older cheaper
        faster related native particular mandatory secure worth""",
    )
)
_LONGEST_NAME = 2
_PLURALS = frozenset(("people", "men", "women", "children", "police", "troops"))
_WHO = re.compile(r"\bwho (?:is|was) $", re.IGNORECASE)
_HUMAN = re.compile(
    r" (?:say|said|says|think|thinks|believe|believes|want|choose|write|believed|wrote|become|"
    r"became|claim|claims|tweet|ask|asks|tell|die|died|marry|win|won)\b"
)
_WHERE = frozenset(("in", "at", "to", "from", "near", "around", "visit"))
_RELATED = re.compile(
    r"(?:relat\w+|relationship|compar\w+|similar|due|according|happen\w*|impact|contribution|"
    r"differ\w*|belong\w*) (?:to|from) (?:the )?$",
    re.IGNORECASE,
)
_OWNER = re.compile(r"(?P<owner>[^'’]*\w)(?:['’]s|(?<=s)['’])(?= \w)")
_AND = re.compile(r" (?:and|vs\.?|versus|or) (?:the |an? )?", re.IGNORECASE)
_OWN = re.compile(r"(?:its|their|his|her) ", re.IGNORECASE)
_GRADED = frozenset(("how", "most", "more", "very", "so", "too", "less"))
_DROP = frozenset(("some", "any", "other", "more", "many", "much", "most", "such", "all"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """`text` as it can be put for a pronoun; `place` is true after "in", "at", "to", "from"."""

    text: str
    start: int
    end: int
    is_name: bool
    is_plural: bool
    place: bool
    asked: bool
    is_person: bool

    @property
    def key(self) -> str:
        """For comparing: small letters, no article."""
        return re.sub(r"^(?:the|an?|this|that|these|those) ", "", self.text.lower())

    @property
    def owned(self) -> bool:
        """Whether it is said by its owner: the firm's profits."""
        return bool(_OWNER.search(self.text))

    @property
    def head(self) -> str:
        """The word that says what it is, in small letters: "cost" of "the cost of rice"."""
        return re.split(r" of ", self.key)[0].split()[-1]


@lru_cache(maxsize=256)
def phrases(question: str) -> tuple[Phrase, ...]:
    """The noun phrases in order; "types of sharks" is about sharks, and so is the phrase.

    What is joined ("soup and stew") comes before its members, an owner after what it owns.
    """
    found = _simple(question)
    return tuple(each for phrase in _joined(question, found) for each in _with_owner(phrase))


def _joined(question: str, found: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases, and before two that "and" joins the both of them."""
    rest = list(found)
    for at, phrase in enumerate(rest):
        after = rest[at + 1] if at + 1 < len(rest) else None
        own = after is not None and _OWN.match(after.text)
        if after and not own and _AND.fullmatch(question[phrase.end : after.start]):
            text = question[phrase.start : after.end]
            yield replace(phrase, text=text, end=after.end, is_plural=True, is_person=False)
        yield phrase


def _with_owner(phrase: Phrase) -> Iterator[Phrase]:
    owner = _OWNER.match(phrase.text)
    if not owner:
        yield phrase
        return
    rest = classify(phrase.text[owner.end() :].strip())
    if not all(is_generic(word) for word in rest):
        yield phrase
    text = owner["owner"]
    name = any(word[:1].isupper() for word in text.split())
    plural = not name and text.endswith("s") and not owner.group().endswith("s")
    yield replace(phrase, text=text, end=phrase.start + len(text), is_name=name, is_plural=plural)


def _simple(question: str) -> list[Phrase]:
    found: list[Phrase] = []
    run: list[Word] = []
    before: Word | None = None
    for word in [*classify(question), None]:
        if word is not None and _goes_on(run, word):
            run.append(word)
            continue
        found.extend(_phrase(question, run, before))
        before = run[-1] if run else before
        run = []
        if word is not None and word.kind in ("noun", "det"):
            run = [word]
        elif word is not None:
            before = word
    return found


def _goes_on(run: list[Word], word: Word) -> bool:
    if not run:
        return False
    if word.kind == "noun":
        return True
    has_noun = any(each.kind == "noun" for each in run)
    if word.low == "of" or (word.low == "and" and run[-1].text[0].isupper()):
        return has_noun
    return word.kind == "det" and run[-1].low in ("of", "and")


def _phrase(question: str, run: list[Word], before: Word | None) -> list[Phrase]:
    words = list(run)
    while words and (words[-1].kind != "noun" or _is_predicate(words)):
        words.pop()
    heads = [at for at, word in enumerate(words) if word.low == "of"]
    for at in heads:
        if all(is_generic(word) for word in words[:at]):
            words = words[at + 1 :]
            break
    graded = words[-2] if len(words) > 1 else before if words else None
    if graded is not None and graded.low in _GRADED and not words[-1].low.endswith("s"):
        return []
    while words and words[0].low in _DROP:
        words = words[1:]
    if not words or all(is_generic(word) for word in words) or _is_gerund(words):
        return []
    start, end = words[0].start, words[-1].end
    text = re.sub(r"['’]s$", "", question[start:end])
    return [
        Phrase(
            text,
            start,
            end,
            any(word.text[0].isupper() and word.start > 0 for word in words if word.kind == "noun"),
            _is_plural(words),
            before is not None and before.low in _WHERE and not _RELATED.search(question[:start]),
            before is not None and (before.kind == "wh" or before.low in ("many", "much")),
            _is_person(question, start, end),
        )
    ]


def _is_person(question: str, start: int, end: int) -> bool:
    """Whether a name is asked for with "who", or does what people do."""
    if not question[start:end][:1].isupper() or question[start:end].count(" ") > _LONGEST_NAME:
        return False
    return bool(_WHO.search(question[:start]) or _HUMAN.match(question[end:]))


def _is_predicate(words: list[Word]) -> bool:
    """Whether the last word is an adjective said of the rest: is the museum important."""
    return len(words) > 1 and words[-1].low in _ADJECTIVES


def _is_gerund(words: list[Word]) -> bool:
    lone = len(words) == 1 or words[0].low == "worth"
    return lone and words[-1].low.endswith("ing") and words[-1].text[0].islower()


def is_generic(word: Word) -> bool:
    """A word that says nothing without what it belongs to: the main types, its causes."""
    low = word.low
    return (
        word.kind != "noun" or low in _ADJECTIVES or low in _GENERIC or low.rstrip("s") in _GENERIC
    )


def _is_plural(words: list[Word]) -> bool:
    """By the head noun, the one before "of"; one name in -s is no plural without "the"."""
    nouns = words
    for at, word in enumerate(words):
        if word.low == "of":
            nouns = words[:at]
            break
    head = nouns[-1]
    if head.low in _PLURALS:
        return True
    if len(nouns) == 1 and head.text[0].isupper():
        return False
    joined = any(word.low == "and" for word in words) and head.text[0].islower()
    return joined or (head.low.endswith("s") and not head.low.endswith(("ss", "us", "is", "'s")))
