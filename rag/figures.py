"""Figures in a text: how many of what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.romanised import plain_letters
from rag.stopwords import STOPWORDS

_SMALL = "zero one two three four five six seven eight nine ten eleven twelve"
_WRITTEN = {word: value for value, word in enumerate(_SMALL.split())}
_SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_FIGURE = re.compile(
    rf"(?<![\w.,:/-])(?P<mark>[$€£]?)(?P<number>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?|"
    rf"[0-9]+(?:\.[0-9]+)?|{'|'.join(_WRITTEN)})(?![\w/:]|-[0-9]|[.,][0-9])"
    rf"(?: (?P<scale>{'|'.join(_SCALE)}))?(?P<unit>%|(?:[ -][^\W\d_][\w'’-]*){{0,3}})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_HEDGE = re.compile(
    r"\b(?:about|around|approximately|some|nearly|almost|roughly|over|under|more than|less than|"
    r"at least|up to|close to|fewer than|an estimated)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """`text` as it stands, its value, what it counts, whether it is approximate or a rate."""

    text: str
    value: float
    unit: tuple[str, ...]
    is_hedged: bool
    is_rate: bool


def figures(text: str) -> Iterator[Figure]:
    """Every figure in order; a bare year is none."""
    for match in _FIGURE.finditer(text):
        # IGNORECASE also finds the long s and the dotless i, which lower() leaves as they are.
        number, scale = plain_letters(match["number"]), plain_letters(match["scale"] or "")
        words = tuple(stem(word) for word in re.findall(r"[^\W\d_]+|%", match["unit"]))
        unit = _until_stopword(words)
        if _YEAR.fullmatch(number) and not scale and not unit:
            continue
        value = float(_WRITTEN[number] if number in _WRITTEN else number.replace(",", ""))
        yield Figure(
            text[match.start() : match.end("scale") if scale else match.end("number")],
            value * _SCALE.get(scale, 1.0),
            (match["mark"], *unit) if match["mark"] else unit,
            bool(_HEDGE.search(text[: match.start()])),
            "per" in words,
        )


def stem(word: str) -> str:
    """Enough to tell a soldier from soldiers."""
    low = word.lower()
    if low in ("people", "inhabitants", "residents", "persons", "population"):
        return "people"
    return low[:-3] + "y" if low.endswith("ies") else low.rstrip("s")


def _until_stopword(unit: tuple[str, ...]) -> tuple[str, ...]:
    for at, word in enumerate(unit):
        if word in STOPWORDS:
            return unit[:at]
    return unit
