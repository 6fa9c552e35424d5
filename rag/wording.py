"""When two sentences say the same in the same words, however they were typed or set."""

import re
from functools import lru_cache
from unicodedata import normalize

_PARTED = re.compile(r"(?<=[^\W\d_])[-\u2010\u2011](?=[^\W\d_])|\u00ad")
_PERCENT = re.compile(r"(?<=\d)\s*(?:per ?cent\b|%)")
_DASHES = str.maketrans({"−": "-", "–": "-", "—": "-"})
#: A number with all that belongs to it: its sign, currency, separators, and per cent.
_WORDS = re.compile(
    r"(?:(?<![\w.])[-+])?(?:[$€£¥]\s?)?\d+(?:[.,:/]\d+)*%?(?:\s?[$€£¥])?|[$€£¥]"
    # Letters with the marks that stand apart from them in some scripts.
    r"|(?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u0610-\u065f\u0900-\u0dff\u0e30-\u0e4e])+"
)


@lru_cache(maxsize=2048)
def wording(sentence: str) -> tuple[str, ...]:
    """What must be equal for two sentences to be shown as one: every word and every figure.

    Set aside are case, punctuation, white space, ligatures, hyphens inside words, and whether a
    per cent is a sign or a word. Nothing wider: of the sentences of MultiHop-RAG's articles that
    share seven tenths of their words, most that differ at all differ in a fact ("over" and "nearly
    51,000 followers", "start" and "sit him"; `python -m eval.near_copies`).
    """
    plain = normalize("NFKC", sentence).translate(_DASHES).casefold()
    plain = _PERCENT.sub("%", _PARTED.sub("", plain))
    return tuple(re.sub(r"\s", "", word) for word in _WORDS.findall(plain))
