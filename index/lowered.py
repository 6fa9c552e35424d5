"""Small letters, without moving a letter: offsets into them are offsets into the text."""


def lowered(text: str) -> str:
    """`text` in lower case and of the same length; a letter that would become two (İ) stays."""
    found = text.lower()
    if len(found) == len(text):
        return found
    return "".join(sign if len(sign.lower()) > 1 else sign.lower() for sign in text)
