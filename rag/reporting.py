"""The words of a question that only say who reported it, taken out: they stand in no article.

"Did the A article of 3 May 2023 suggest that x, as reported by both A and B?" leaves "Did x?".
"""

import re

from rag.mentions import Mentions

# Stand-ins while the frames are found: one character for every publication, one for each date.
_SOURCE = "\x00"
_FIRST_DATE = 0xE000
_DATE = "[\ue000-\uf8ff]"

_ROW = rf"(?:both\s+)?(?:the\s+)?{_SOURCE}(?:\s*(?:,\s*(?:and|or)?|and|or)\s*(?:the\s+)?{_SOURCE})*"
_KIND = r"(?:articles?|reports?|reporting|pieces?|coverage|stor(?:y|ies)|posts?|reviews?)"
_DATED = rf"(?:\s*,?\s*(?:published|dated|released|posted)?\s*(?:on|in|from|of)?\s*{_DATE},?)?"
_SAID = (
    r"(?:suggest|indicat|claim|stat|argu|report|impl|alleg|discuss|describ|mention|assert|"
    r"highlight|cover|focus|attribut|not|tell|say|credit|present|portray|featur)\w*"
)
_NAMED = rf"{_ROW}(?:['’]s?)?(?:\s+{_KIND})?{_DATED}"
_FRAMES = (
    # "as reported by both A and B", "according to A", "featured in articles from A"
    rf",?\s*(?:as\s+)?(?:(?:recently|also)\s+)?(?:{_SAID}\s+(?:by|in|from|to)|according\s+to)\s+"
    rf"(?:an?\s+|the\s+|both\s+)*(?:{_KIND}\s+(?:from|by|in|of)\s+)?{_NAMED}",
    # "the A article of 3 May suggests that", "the report from A on", "A's coverage of"
    rf"(?:\b(?:the|an?|another)\s+)?(?:{_KIND}\s+(?:from|by|in|of)\s+)?{_NAMED}"
    rf"(?:\s+(?:on|about|of|regarding|{_SAID}(?:\s+(?:that|on))?)\b)?",
)
_FRAME = re.compile("|".join(_FRAMES), re.IGNORECASE)
_QUOTED = re.compile(rf"['\"‘’“”]\s*{_SOURCE}\s*['\"‘’“”]")


def without_reporting(named: Mentions) -> str:
    """The text without the publications it names, the words about them, and their own dates.

    A date that dates no publication stays.
    """
    marks = [(each.start, each.end, _SOURCE) for each in named.sources]
    marks += [(each.start, each.end, chr(_FIRST_DATE + n)) for n, each in enumerate(named.dates)]
    marked = named.text
    for start, end, mark in sorted(marks, reverse=True):
        marked = marked[:start] + mark + marked[end:]
    marked = _FRAME.sub(" ", _QUOTED.sub(_SOURCE, marked))
    for n, each in enumerate(named.dates):
        marked = marked.replace(chr(_FIRST_DATE + n), named.text[each.start : each.end])
    return " ".join(marked.split())
