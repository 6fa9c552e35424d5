"""Questions to begin with, made from what the articles say, and only such that they answer.

Names that stand with a verb of saying give "What did X say about Y?", days that are named give
"What happened on May 16?". A candidate is offered once the engine has answered it with a quote.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice, zip_longest

from index.errors import PinciteError
from index.schema import Passage
from rag.schema import Answer
from ui.chat.context import Asks

OFFERED = 4
TRIED = 12
"""Candidates put to the engine before giving up; each costs as much as one question."""

_NAME = re.compile(r"\b[A-ZÁÉÍÓÚÑА-ЯЁ][\w’'-]+(?: [A-ZÁÉÍÓÚÑА-ЯЁ][\w’'-]+){1,2}\b")
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
    passages = engine.index.passages
    kinds = zip_longest(_sayings(passages), _days(passages))
    candidates = (question for question in chain.from_iterable(kinds) if question)
    tried = islice(dict.fromkeys(candidates), TRIED)
    return tuple(islice((question for question in tried if _answers(engine, question)), OFFERED))


def _answers(engine: Asks, question: str) -> bool:
    try:
        return isinstance(engine.ask(question), Answer)
    except PinciteError:
        return False


def _sayings(passages: Sequence[Passage]) -> Iterator[str]:
    """Who says something, with whom or what else the sentence names; frequent names first."""
    spread = Counter(name for passage in passages for name in set(_NAME.findall(passage.text)))
    found: Counter[str] = Counter()
    for passage in passages:
        for start, end in passage.sentences:
            sentence = passage.text[start - passage.start : end - passage.start]
            for form, verb in _SAYING.items():
                if question := _saying(form, verb, sentence):
                    names = _NAME.findall(question)
                    found[question] += sum(spread[name] for name in names)
    yield from (question for question, _ in found.most_common())


def _saying(form: str, verb: re.Pattern[str], sentence: str) -> str | None:
    names = list(dict.fromkeys(_NAME.findall(sentence)))
    if len(names) < 2 or not verb.search(sentence):
        return None
    at = verb.search(sentence)
    who = min(names, key=lambda name: abs(sentence.index(name) - (at.start() if at else 0)))
    what = next(name for name in names if name != who)
    return form.format(who=who, what=what)


def _days(passages: Sequence[Passage]) -> Iterator[str]:
    days = Counter(day for passage in passages for day in set(_DAY.findall(passage.text)))
    yield from (f"What happened on {day}?" for day, _ in days.most_common())
