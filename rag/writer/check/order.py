"""Who did it to whom: two names on the sides of a verb stand on the same sides in the quotes."""

import re
from collections.abc import Iterator, Sequence

from rag.quote_tokens import tokens
from rag.stopwords import STOPWORDS
from rag.verbs import is_form
from rag.writer.check.irregular import BASE
from rag.writer.check.words import Word, same, words

# What holds of both sides alike.
_MUTUAL = (
    "meet met marry married wed divorce divorced border play played fight fought agree agreed talk "
    "talked speak spoke compete competed resemble rival join joined share shared work worked"
)
_EITHER_WAY = frozenset(_MUTUAL.split())
_NEAR = 6
_PAST = re.compile(r"\w+[^e]ed")


def order_fault(statement: str, quotes: str) -> str | None:
    """A verb whose two names the quotes have the other way round, as a reason; else None."""
    there = list(_clauses(quotes))
    for clause in _clauses(statement):
        for at, word in enumerate(clause):
            if not _is_verb(word) or _is_unclear(clause, at) or not (sides := _sides(clause, at)):
                continue
            ways = {_way(other, word, sides) for other in there}
            if "turned" in ways and "kept" not in ways:
                return f"in the quotes “{word.raw}” stands the other way round"
    return None


def _sides(clause: Sequence[Word], at: int) -> tuple[str, str] | None:
    """Who does it, and to whom it is done: the nearest names before and after a verb."""
    before = [each.form for each in clause[max(0, at - _NEAR) : at] if _is_name(each)]
    after = [each.form for each in clause[at + 1 : at + 1 + _NEAR] if _is_name(each)]
    if not before or not after or before[-1] == after[0]:
        return None
    return (after[0], before[-1]) if _is_passive(clause, at) else (before[-1], after[0])


def _way(clause: Sequence[Word], verb: Word, sides: tuple[str, str]) -> str:
    """How this clause has the verb: "kept", "turned", or "" where it does not hold all three."""
    for at, word in enumerate(clause):
        if not _is_verb(word) or not same(word.form, verb.form):
            continue
        if _is_unclear(clause, at):
            continue
        before = {each.form for each in clause[:at]}
        after = {each.form for each in clause[at + 1 :]}
        if _is_passive(clause, at):
            before, after = after, before
        if sides[0] in before and sides[1] in after:
            return "kept"
        if sides[1] in before and sides[0] in after:
            return "turned"
    return ""


def _is_passive(clause: Sequence[Word], at: int) -> bool:
    """Hosted by somebody, with or without a form of be before it."""
    return any(word.form == "by" for word in clause[at + 1 : at + 3])


def _is_unclear(clause: Sequence[Word], at: int) -> bool:
    """Written and directed by somebody: whether "by" belongs to the first verb is not seen."""
    return not _is_passive(clause, at) and any(
        word.form == "by" for word in clause[at + 1 : at + 1 + _NEAR]
    )


def _is_verb(word: Word) -> bool:
    return (
        word.raw[0].islower()
        and word.form not in _EITHER_WAY
        and word.form not in STOPWORDS
        and not word.form.endswith("ing")
        and (is_form(word.form, "any") or word.form in BASE or bool(_PAST.fullmatch(word.form)))
    )


def _is_name(word: Word) -> bool:
    return word.raw[0].isupper() and word.form not in STOPWORDS


def _clauses(text: str) -> Iterator[list[Word]]:
    start = 0
    for token in [*tokens(text), None]:
        if token is None or token.raw in ".!?;:":
            if found := words(text[start : token.start if token else len(text)]):
                yield found
            start = token.end if token else start
