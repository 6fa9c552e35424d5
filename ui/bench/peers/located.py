"""Where a system's passage stands in its article, if the system did not say or cleaned it."""

import re


def located(text: str, passage: str, at: int | None = None) -> int | None:
    """Where `passage` starts in `text`, white space not counted; None if it does not stand there.

    `at` is where it should start, or where to begin to look.
    """
    if not passage.strip():
        return None
    if at is not None and text.startswith(passage, at):
        return at
    found = text.find(passage, at or 0)
    if found >= 0:
        return found
    words = r"\s+".join(re.escape(word) for word in passage.split())
    match = re.compile(words).search(text, at or 0)
    return match.start() if match else None
