"""Numbers in a text, by value, and what each belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from index.romanised import plain_letters
from rag.writer.check.bound import Bound, bound

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_UNITS, _TENS, _ORDINALS = _SMALL.split(), _ROUND.split(), _NTH.split()
_VALUES = {word: n for n, word in enumerate(_UNITS)}
_VALUES |= {word: 10 * n for n, word in enumerate(_TENS, 2)}
_VALUES |= {"dozen": 12}
_PARTS = {"half": Decimal("0.5"), "twice": Decimal(2), "double": Decimal(2), "triple": Decimal(3)}
_SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_SCALES |= {"trillion": 10**12, "k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9}
_SCALE = "|".join(f"{word}s?" for word in _SCALES if len(word) > 2)
_ONES = "|".join(_UNITS[1:10])
_WRITTEN = rf"(?:{'|'.join(_TENS)})(?:[ -](?:{_ONES}))?|{'|'.join(_UNITS)}|dozen"
_NUMBER = re.compile(
    r"(?<![\w])(?P<digits>[0-9]+(?:[.,][0-9]+)*)"
    rf"(?:(?P<ordinal>st|nd|rd|th)\b|[ -]?(?P<scale>{_SCALE}|(?:k|m|mn|bn)\b)|(?![0-9]))"
    rf"|\b(?P<written>{_WRITTEN})\b(?:[ -](?P<scales>{_SCALE})\b)?"
    rf"|\b(?P<part>{'|'.join(_PARTS)})\b"
    rf"|\b(?P<rank>{'|'.join(_ORDINALS)})\b"
    rf"|\b(?:a )?(?P<bare>{_SCALE})\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
_WELL_FORMED = re.compile(r"(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_PERCENT = re.compile(r"^\s?(?:%|per ?cent|percent)", re.IGNORECASE)
_MINUS = re.compile(r"(?:(?:^|[\s(])[-−–]|\bminus )[$€£¥]?$", re.IGNORECASE)
_NO_NUMBER = re.compile(r"\b(?:no|any|some|every|each|this|that|the)[ -]$", re.IGNORECASE)
_ONE_OF = re.compile(r"^ (?:of|another|day)\b", re.IGNORECASE)
_OVER = re.compile(
    r"\b(?:over|more than|at least|exceed(?:s|ed|ing)?|above|greater than|no fewer than)"
    r"(?: an?| the)?[ $€£]*$",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"\b(?:under|less than|fewer than|at most|up to|almost|nearly|below|no more than)"
    r"(?: an?| the)?[ $€£]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands.

    `value` is text where it is no number (1.2.3); `kind` is count, rank or percent; `hedge` is
    over, under or "".
    """

    raw: str
    value: Decimal | str
    kind: str
    hedge: str
    bound: Bound

    @property
    def is_year(self) -> bool:
        """Whether it looks like one: four digits and no unit."""
        return bool(_YEAR.fullmatch(self.raw)) and not self.bound.unit


def numbers(text: str) -> Iterator[Number]:
    """Every number in order. "one of" and "no one" hold none."""
    for match in _NUMBER.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        raw, value = match.group(), _value(match)
        if isinstance(value, Decimal) and _MINUS.search(before):
            raw, value = f"minus {raw}", -value
        if raw.lower() == "one" and (_NO_NUMBER.search(before) or _ONE_OF.match(after)):
            continue
        kind = "rank" if match["ordinal"] or match["rank"] else "count"
        if _PERCENT.match(after):
            kind = "percent"
        hedge = "over" if _OVER.search(before) else "under" if _UNDER.search(before) else ""
        yield Number(raw, value, kind, hedge, bound(before, after))


def is_number(word: str) -> bool:
    """Whether a word is a number and nothing else: 40 or Forty, but not 40mm."""
    return any(each.raw == word for each in numbers(word))


def _value(match: re.Match[str]) -> Decimal | str:
    # IGNORECASE also finds the long s and the dotless i, which lower() leaves as they are.
    groups = {name: plain_letters(text) for name, text in match.groupdict().items() if text}
    if "part" in groups:
        return _PARTS[groups["part"]]
    if "rank" in groups:
        return Decimal(_ORDINALS.index(groups["rank"]) + 1)
    if "bare" in groups:
        return Decimal(_scale(groups["bare"]))
    scale = _scale(groups.get("scale") or groups.get("scales"))
    if "written" in groups:
        return Decimal(sum(_VALUES[word] for word in re.split("[ -]", groups["written"]))) * scale
    value = _of_digits(groups["digits"])
    return groups["digits"] if value is None else value * scale


def _of_digits(digits: str) -> Decimal | None:
    """17,000 is seventeen thousand; 1.2.3 and 1,7000 are no numbers but words."""
    plain = digits.replace(",", "")
    return Decimal(plain) if _WELL_FORMED.fullmatch(digits) else None


def _scale(word: str | None) -> int:
    if not word:
        return 1
    return _SCALES.get(word) or _SCALES[word.removesuffix("s")]
