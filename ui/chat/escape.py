"""Text as HTML that is nothing but that text, whatever it says."""

import re

_MEANINGFUL = re.compile(r"[\x00-\x08\x0b-\x1f!-/:-@\[-`{-\x7f]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def escape(text: str) -> str:
    """Every ASCII mark that HTML, a template or Markdown could act on, as a numeric entity."""
    return _MEANINGFUL.sub(lambda mark: f"&#{ord(mark[0])};", text)


def attribute(text: str) -> str:
    """`escape` for attributes and single lines: tabs and newlines too."""
    return escape(text).replace("\n", "&#10;").replace("\t", "&#9;")


def turns_direction(text: str) -> bool:
    """Whether invisible characters make parts of the text read in another order than stored."""
    return _TURNING.search(text) is not None
