"""Words in small letters and without a plural's ending, to find the same word again."""

import re

_WORD = re.compile(r"\w+")
_PLURAL = re.compile(r"(?<=..)(?:ies|(?<![su])s)$")

Span = tuple[int, int]


def stems(text: str) -> list[tuple[str, Span]]:
    """Each word of a text so, and where it stands; the s of "Ilse's" is no word."""
    found = ((match.group().lower(), match.span()) for match in _WORD.finditer(text))
    return [(_PLURAL.sub(_singular, word), span) for word, span in found if word != "s"]


def _singular(ending: re.Match[str]) -> str:
    return "y" if ending.group() == "ies" else ""
