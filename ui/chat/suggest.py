"""Questions to begin with, made from what the articles say, and only such that they answer.

Names that stand with a verb of saying give "What did X say about Y?", days that are named give
"What happened on May 16?". A candidate is offered once the engine has answered it with a quote.
"""

import re
from calendar import day_name, month_name
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, zip_longest

from index.errors import PinciteError
from index.schema import Passage
from rag.schema import Answer
from rag.stopwords import STOPWORDS
from ui.chat.context import Asks

OFFERED = 4
TRIED = 12
"""Candidates put to the engine before giving up; each costs as much as one question."""

READ = 2_000
"""Passages that are read for it: a page must not wait for a large collection."""

_WORD = r"[A-ZÁÉÍÓÚÑА-ЯЁ][\w’'-]*[a-záéíóúñа-яё][\w’'-]*"
_NAME = re.compile(rf"\b{_WORD}(?: {_WORD}){{1,4}}\b")
_NO_NAME = STOPWORDS | {name.lower() for name in (*day_name, *month_name) if name}
_BESIDE = 40
"""Characters between who speaks and the verb: room for a first name, an office, a comma."""

_DAY = re.compile(
    r"\b((?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" [0-9]{1,2})(?:st|nd|rd|th)?\b"
)
_SAYING = {
    "What did {who} say about {what}?": re.compile(r"\b(said|says|told|stated|announced)\b"),
    "¿Qué dijo {who} sobre {what}?": re.compile(r"\b(dijo|afirmó|declaró|señaló)\b"),
    "Что сказал {who}: {what}?": re.compile(r"\b(сказал|заявил|сообщил)\w*\b"),
}


def suggestions(engine: Asks) -> tuple[str, ...]:
    """At most `OFFERED` questions, most talked-of names first, each answered by the engine."""
    passages = list(islice(engine.index.passages, READ))
    kinds = zip_longest(_sayings(passages), _days(passages))
    candidates = (question for question in chain.from_iterable(kinds) if question)
    tried = islice(_various(candidates), TRIED)
    return tuple(islice((question for question in tried if _answers(engine, question)), OFFERED))


def _various(candidates: Iterable[str]) -> Iterator[str]:
    """Without questions that name somebody whom an earlier one names."""
    named: set[str] = set()
    for question in candidates:
        names = set(_names(question))
        if not names & named:
            yield question
        named |= names


def _answers(engine: Asks, question: str) -> bool:
    try:
        return isinstance(engine.ask(question), Answer)
    except PinciteError:
        return False


def _sayings(passages: Sequence[Passage]) -> Iterator[str]:
    """Who says something, with whom or what else the sentence names; frequent names first."""
    spread = Counter(name for passage in passages for name in set(_names(passage.text)))
    found: Counter[str] = Counter()
    for passage in passages:
        for start, end in passage.sentences:
            sentence = passage.text[start - passage.start : end - passage.start]
            for form, verb in _SAYING.items():
                if question := _saying(form, verb, sentence):
                    found[question] += sum(spread[name] for name in _names(question))
    yield from (question for question, _ in found.most_common())


def _names(text: str) -> list[str]:
    """Names of two or three words, without a possessive and without "On Monday" before them."""
    names = []
    for found in _NAME.finditer(text):
        words = re.sub("[’']s$", "", found[0]).split()
        last = max((n for n, word in enumerate(words) if word.lower() in _NO_NAME), default=-1)
        kept = words[last + 1 :]
        if 2 <= len(kept) <= 3:
            names.append(" ".join(kept))
    return names


def _saying(form: str, verb: re.Pattern[str], sentence: str) -> str | None:
    """A question, where a name stands beside the verb and another in the sentence."""
    said = verb.search(sentence)
    if said is None:
        return None
    before = _names(sentence[: said.start()])[-1:]
    after = _names(sentence[said.end() :])[:1]
    near = sentence[max(0, said.start() - _BESIDE) : said.end() + _BESIDE]
    who = next((name for name in [*before, *after] if name in near), None)
    what = next((name for name in _names(sentence) if name != who), None)
    return form.format(who=who, what=what) if who and what else None


def _days(passages: Sequence[Passage]) -> Iterator[str]:
    days = Counter(day for passage in passages for day in set(_DAY.findall(passage.text)))
    yield from (f"What happened on {day}?" for day, _ in days.most_common())
