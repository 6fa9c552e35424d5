"""Article text as harmless characters for a terminal.

Articles are somebody else's words: they may hold terminal escapes, or marks that turn the reading
order around. They are made visible instead of being obeyed.
"""

import re

_SPACES = re.compile(r"[\s\x1c-\x1f\x85\u2028\u2029]+")
_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
# C1 controls; embeddings, overrides and isolates of reading order; lone surrogates.
_NAMED = [*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_VISIBLE: dict[int, int | str] = {**_PICTURES, **{code: f"<U+{code:04X}>" for code in _NAMED}}
_SURROGATE = re.compile("[\ud800-\udfff]")


def printable(text: str) -> str:
    """The text on one line, every run of white space one space, every control character shown."""
    line = _SPACES.sub(" ", text).strip()
    return _SURROGATE.sub(lambda found: f"<U+{ord(found[0]):04X}>", line.translate(_VISIBLE))
