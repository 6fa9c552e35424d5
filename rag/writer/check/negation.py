"""Negations: what the quotes deny is not asserted, and what a statement denies, they deny."""

from collections.abc import Sequence

from rag.quote_tokens import tokens
from rag.writer.check.words import Word, stands, words

_NEGATIONS = "not no never none nobody nothing nowhere neither nor cannot without hardly barely"
_NOT = frozenset(_NEGATIONS.split())
# Words that deny what follows them.
_DENY = (
    "deny denies denied denying refuse refuses refused refusing reject rejects rejected rejecting "
    "fail fails failed failing lack lacks lacked lacking avoid avoided prevent prevents prevented "
    "unable dismiss dismisses dismissed dismissing"
)
_DENIALS = frozenset(_DENY.split())
_NEAR = 5


def negation_fault(statement: str, quotes: str) -> str | None:
    """What is denied on one side alone, as a reason; None where both agree."""
    said, there = _clauses(statement), _clauses(quotes)
    denied_there = [word for clause in there for word in _denied(clause, _NEAR)]
    denies = any(_is_negation(word) for clause in there for word in clause)
    for clause in said:
        for at, word in enumerate(clause):
            if not _is_negation(word):
                continue
            after = _content(clause[at + 1 :])[:_NEAR] or _content(clause[:at])[-1:]
            supported = any(stands(each.form, denied_there) for each in after)
            if not (supported or (denies and not after)):
                return f"“{word.raw}” has no counterpart in the quotes it names"
    return _asserted(said, there)


def _asserted(said: Sequence[Sequence[Word]], there: Sequence[Sequence[Word]]) -> str | None:
    """A word that the quotes only deny and the statement only asserts."""
    heads = [word for clause in there for word in _denied(clause, 1)]
    free = [word.form for clause in there for word in _outside(clause)]
    mine = [word for clause in said for word in _denied(clause, _NEAR)]
    for clause in said:
        for word in _content(clause):
            denied = stands(word.form, heads) and not stands(word.form, free)
            if denied and not stands(word.form, mine) and word.form not in _DENIALS:
                return f"the quotes deny “{word.raw}”, the statement does not"
    return None


def _denied(clause: Sequence[Word], many: int) -> list[str]:
    """The content words that follow each negation, at most `many`; before it if none follows."""
    found: list[str] = []
    for at, word in enumerate(clause):
        if _is_negation(word) or word.form in _DENIALS:
            after = [each for each in _content(clause[at + 1 :]) if not _is_negation(each)][:many]
            found += [each.form for each in after or _content(clause[:at])[-1:]]
    return found


def _outside(clause: Sequence[Word]) -> list[Word]:
    """Content words before the first negation of a clause; all, where it has none."""
    for at, word in enumerate(clause):
        if _is_negation(word) or word.form in _DENIALS:
            return _content(clause[:at])
    return _content(clause)


def _content(clause: Sequence[Word]) -> list[Word]:
    return [word for word in clause if word.is_content]


def _is_negation(word: Word) -> bool:
    return word.form in _NOT or word.raw.lower().replace("’", "'").endswith("n't")


def _clauses(text: str) -> list[list[Word]]:
    """The words of each stretch between marks that end a clause."""
    found: list[list[Word]] = []
    start = 0
    for token in tokens(text):
        if token.raw in ".!?;:":
            found.append(words(text[start : token.start]))
            start = token.end
    found.append(words(text[start:]))
    return [clause for clause in found if clause]
