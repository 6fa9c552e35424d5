"""The small words of English, and how to tell a verb in a question: all that follow-ups need.

A question is short and its order is fixed, so word classes are read off from closed lists and from
what stands before a word; no model is used.
"""

import re
from typing import Literal, NamedTuple

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
_VERBS = (
    "tell describe explain discuss know want think need get give take make go come see find use "
    "work live eat cause mean happen start begin end become learn compare differ relate affect "
    "help treat cure prevent spread kill cost buy sell choose pick play win lose pay grow die "
    "change increase decrease produce create build develop invent discover establish originate "
    "write publish release show say call believe lead run hold support attack bring carry send "
    "arrive leave land serve recommend consider include contain provide contribute influence "
    "reduce improve avoid stop keep look feel try visit move travel speak teach sign meet fly swim "
    "drink cook store measure test diagnose identify demand deliver repair compete remain suspect "
    "join fight vote elect appoint resign accuse deny confirm claim report announce ask answer "
    "reply agree refuse own found perform act sing marry born raise teach train hunt catch attract "
    "protect defend attempt plan expect hope stay stand fall rise turn open close add reach form "
    "follow lose consist last occur exist appear involve require allow let put set damage destroy "
    "overthrow recognise recognize command fail forget extend tweet enforce hire invest owe "
    "save"
)
_IRREGULAR = (
    "told knew known thought got gotten given gave taken took made went gone came saw seen found "
    "used ate eaten meant began begun became learnt cost bought sold chose chosen won lost paid "
    "grew grown said led ran held brought sent left kept felt tried spoke taught met flew flown "
    "swam drank fought wrote written born fell risen rose stood put set understood understand "
    "caught built began done died lived"
)


def _forms(verb: str) -> tuple[str, ...]:
    """Every regular form of a verb, and some irregular ones that do no harm."""
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    return verb, third, stem + "ed", stem + "ing", verb + verb[-1] + "ed", verb + verb[-1] + "ing"


_VERB_FORMS = frozenset(form for verb in _VERBS.split() for form in _forms(verb)) | frozenset(
    _IRREGULAR.split()
)


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


def classify(question: str) -> list[Word]:
    """Every word and mark of a question with its class."""
    words: list[Word] = []
    for match in re.finditer(r"[^\W_]+(?:[.'’-][^\W_]+)*|[^\w\s]", question):
        before = words[-1] if words else None
        words.append(Word(match.start(), match.end(), match.group(), _kind(match.group(), before)))
    return words


def _kind(text: str, before: Word | None) -> Class:
    low = text.lower().replace("’", "'")
    if not text[0].isalnum():
        return "mark"
    if before is not None and text[0].isupper() and len(text) > 1 and low not in _CLOSED:
        return "noun"
    closed = _CLOSED.get(low) or _CLOSED.get(low.removesuffix("'s"))
    if closed is not None:
        return closed
    if low.endswith("ly") and len(low) > 4 and low not in ("family", "italy", "assembly", "supply"):
        return "adv"
    if low in _VERB_FORMS and not _wants_noun(before):
        return "verb"
    if (
        low.endswith(("ing", "ed"))
        and len(low) > 5
        and before is not None
        and before.kind == "noun"
    ):
        return "verb"
    return "noun"


def _wants_noun(before: Word | None) -> bool:
    """Whether a noun is due after this word: the cause, of use, their work."""
    if before is None:
        return False
    return before.kind == "det" or (before.kind == "prep" and before.low != "to")
