"""Gold answers as text: where one stands, exact match and token F1.

Normalisation, exact match and F1 follow the official SQuAD script (Rajpurkar et al. 2018,
doi:10.18653/v1/P18-2124).
"""

import re
import string
from collections import Counter
from collections.abc import Iterator

from index.schema import Span

_ARTICLES = re.compile(r"\b(a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)


def occurrences(answer: str, text: str) -> Iterator[Span]:
    """Every place where the answer stands in the text as words of its own.

    Case and the amount of white space do not matter; "64" does not stand in "164".
    """
    words = answer.split()
    if not words:
        return
    pattern = r"\s+".join(map(re.escape, words))
    before = r"(?<!\w)" if words[0][0].isalnum() else ""
    after = r"(?!\w)" if words[-1][-1].isalnum() else ""
    for match in re.finditer(before + pattern + after, text, re.IGNORECASE):
        yield Span(*match.span())


def stands_in(answer: str, text: str) -> bool:
    """Whether the answer stands in the text, by the rule of `occurrences`."""
    return next(occurrences(answer, text), None) is not None


def normalised(text: str) -> str:
    """Lower case, without punctuation, English articles and extra white space."""
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_PUNCTUATION)).split())


def exact_match(given: str, gold: str) -> float:
    """1 if both are the same once normalised, else 0."""
    return float(normalised(given) == normalised(gold))


def token_f1(given: str, gold: str) -> float:
    """Harmonic mean of the precision and recall of words; 1 if both are empty."""
    a, b = normalised(given).split(), normalised(gold).split()
    if not a or not b:
        return float(a == b)
    shared = sum((Counter(a) & Counter(b)).values())
    return 2 * shared / (len(a) + len(b))
