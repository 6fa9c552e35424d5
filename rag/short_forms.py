"""A thing named in full before and in short now: "the expedition", "the accord"."""

from collections.abc import Sequence
from itertools import chain

from rag.noun_phrases import Phrase, phrases
from rag.subject import Turn


def in_full(question: str, talk: Sequence[Turn]) -> str:
    """The question with "the accord" as the Bremen Accord that was spoken of.

    The last thing spoken of whose name ends in the same words and says more.
    """
    earlier = list(chain.from_iterable(each.mentioned for each in reversed(talk)))
    for phrase in phrases(question):
        if not phrase.text.lower().startswith("the "):
            continue
        full = next((each for each in earlier if _says_more(each, phrase)), None)
        if full is not None:
            start, end = phrase.start, phrase.start + len(phrase.text)
            said = full.text if full.text.lower().startswith("the ") else f"the {full.text}"
            return question[:start] + said + question[end:]
    return question


def _says_more(full: Phrase, short: Phrase) -> bool:
    definite = full.is_name or full.text.lower().startswith("the ")
    longer = full.key.endswith(f" {short.key}")
    return definite and longer and full.is_plural == short.is_plural and not full.owned
