"""The small words of English, and how to tell a verb in a question: all that follow-ups need.

A question is short and its order is fixed, so word classes are read off from closed lists and from
what stands before a word; no model is used.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from rag.verbs import is_form

Class = Literal["det", "prep", "aux", "conj", "pron", "wh", "adv", "verb", "noun", "mark"]

_CLASSES: dict[Class, str] = {
    "det": "the a an this that these those some any each every another other more several many "
    "much few all both no my your his her its our their such enough most",
    "prep": "of in on at by for with from to about into over under between among against during "
    "after before since until than as like through around near towards toward via within without "
    "versus vs per across behind beyond upon off",
    "aux": "am is are was were be been being do does did has have had can could will would shall "
    "should may might must isn't aren't wasn't weren't don't doesn't didn't can't won't",
    "conj": "and or but if so because while though although that",
    "pron": "i you he she it we they me him her us them one ones there here something anything "
    "everything someone anyone himself herself itself themselves mine yours hers theirs",
    "wh": "who whom whose what which when where why how",
    "adv": "also still just really very generally usually often ever never now then too only even "
    "again already typically actually exactly currently later ago well so far not n't else "
    "instead together interesting ok okay oh thanks please yes",
}
_CLOSED: dict[str, Class] = {
    word: name for name, words in reversed(_CLASSES.items()) for word in words.split()
}
_ACRONYMS = frozenset(("us", "it", "who", "am", "un"))
_DO = frozenset(
    (
        "do",
        "does",
        "did",
        "can",
        "could",
        "will",
        "would",
        "shall",
        "should",
        "may",
        "might",
        "must",
        "don't",
        "doesn't",
        "didn't",
        "can't",
        "won't",
    )
)
_BE = frozenset(
    "am is are was were be been being isn't aren't wasn't weren't".split()  # noqa: SIM905
)
_HAVE = frozenset(("has", "have", "had"))
_SUBJECTS = frozenset(("i", "you", "he", "she", "it", "we", "they"))
_CONTRACTED = re.compile(r"'(?:s|m|re|ve|ll|d)$")
_NOUNS_IN_LY = frozenset(("family", "assembly", "supply", "ally", "anomaly", "monopoly"))
_TOKEN = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*|[^\w\s]")


class Word(NamedTuple):
    """A word of a question, its place and its class."""

    start: int
    end: int
    text: str
    kind: Class

    @property
    def low(self) -> str:
        """In small letters, with plain apostrophes."""
        return self.text.lower().replace("’", "'")


@lru_cache(maxsize=256)
def classify(question: str) -> tuple[Word, ...]:
    """Every word and mark of a question with its class."""
    words = [
        Word(match.start(), match.end(), match.group(), _kind(match.group(), match.start() == 0))
        for match in _TOKEN.finditer(question)
    ]
    due = "imperative"
    for at, word in enumerate(words):
        due = _after(word, due)
        if word.kind == "noun" and _is_verb(words, at, due):
            words[at] = word._replace(kind="verb")
            due = "any" if due == "coordinate" else "none"
    return tuple(words)


def _kind(text: str, opens: bool) -> Class:
    """The class of a word by itself: closed lists, adverbs, and nouns for all the rest."""
    low = text.lower().replace("’", "'")
    if not text[0].isalnum():
        return "mark"
    if text.isupper() and len(text) > 1 and low in _ACRONYMS:
        return "noun"
    closed = _CLOSED.get(low) or _CLOSED.get(_CONTRACTED.sub("", low))
    if closed is not None and (opens or text[0].islower() or closed in ("pron", "wh", "aux")):
        return closed
    if low.endswith("ly") and len(low) > 4 and text[0].islower() and low not in _NOUNS_IN_LY:
        return "adv"
    return closed or "noun"


def _after(word: Word, due: str) -> str:
    """Which form of a verb may come at or after this word, given what was due before it."""
    if word.low in _DO:
        return "base"
    if word.low in _BE or word.low in _HAVE:
        return "participle"
    if word.low == "to":
        return "base"
    if word.kind == "wh" or word.low in ("that", "if", "because", "and", "or", "but"):
        return "any" if due != "base" or word.kind == "wh" else due
    if word.kind == "pron" and due != "base":
        return "any"
    return due


def _is_verb(words: list[Word], at: int, due: str) -> bool:
    """Whether the open word at `at` is the verb that is due."""
    word, before = words[at], words[at - 1] if at else None
    if before is not None and (_wants_noun(before) or word.text[0].isupper()):
        return False
    if due == "base":
        said_of = before is not None and before.low in _SUBJECTS
        return said_of or is_form(word.low, "base") or _ends_clause_after_name(words, at)
    if due == "participle":
        return (
            is_form(word.low, "participle")
            and not _is_done(words, at)
            and (
                before is None
                or before.kind != "noun"
                or _has_article(words, at)
                or _ends_passive(words, at)
            )
        )
    if due == "imperative":
        return at == 0 and is_form(word.low, "base")
    if due == "any":
        return is_form(word.low, "any")
    return before is not None and before.kind == "noun" and is_form(word.low, "past")


def _ends_clause_after_name(words: list[Word], at: int) -> bool:
    """A verb that no list holds: "did Netflix shift from", "do Wolfhounds weigh?"."""
    after = words[at + 1] if at + 1 < len(words) else None
    named = at > 0 and words[at - 1].kind == "noun" and words[at - 1].text[0].isupper()
    return named and (after is None or after.kind in ("prep", "mark", "det", "pron"))


def _is_done(words: list[Word], at: int) -> bool:
    """An activity that something is said of: "How is testing done?"."""
    after = words[at + 1] if at + 1 < len(words) else None
    return words[at].low.endswith("ing") and after is not None and is_form(after.low, "past")


def _ends_passive(words: list[Word], at: int) -> bool:
    """A past form that closes its clause: "How is sewage treated?", "are events held there?"."""
    after = words[at + 1] if at + 1 < len(words) else None
    return is_form(words[at].low, "past") and (after is None or after.kind not in ("noun", "verb"))


def _has_article(words: list[Word], at: int) -> bool:
    """Whether the nouns before `at` begin with an article or hold a name."""
    while at and words[at - 1].kind == "noun":
        at -= 1
        if words[at].text[0].isupper():
            return True
    return at > 0 and words[at - 1].kind == "det"


def _wants_noun(before: Word) -> bool:
    """Whether a noun is due after this word: the cause, of use, 529 plans."""
    if before.text[0].isdigit():
        return True
    return before.kind == "det" or (before.kind == "prep" and before.low != "to")
