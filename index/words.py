"""What a word is, and the form in which it is counted."""

import re

_LETTERS = r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*|[01][^\W\d_]+)*"
WORD = re.compile(
    rf"(?=[^\W\d_][^\W\d_]){_LETTERS}(?:['’ʼ]{_LETTERS})*"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[0-9]+(?:[.,][0-9]+)*"
    rf"|{_LETTERS}"
)
"""A dotted abbreviation, a number, or a word; Il-62 is a word and a number, g0vernment one
(badly scanned) word."""

LONGEST_WORD = 60
"""Characters of a word that can be searched for: longer ones are rows of letters, no words."""

_POSSESSIVE = re.compile(r"['’]s?$")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")


def normal(word: str) -> str:
    """The form that is counted: lower case, no possessive, U.S. as us, 17,000 as 17000."""
    if word[0].isdigit():
        return word.replace(",", "") if _THOUSANDS.fullmatch(word) else word
    if "." in word:
        word = word.replace(".", "")
    return unpossessed(word.casefold()).replace("’", "'")


def unpossessed(word: str) -> str:
    """The word without its possessive ending."""
    return _POSSESSIVE.sub("", word)
