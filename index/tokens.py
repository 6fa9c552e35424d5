"""How many tokens a text has, by tiktoken's cl100k_base, without a network."""

import os
from functools import cache

import tiktoken

from index.weights import locate

_FOLDER = "TIKTOKEN_CACHE_DIR"


def count_tokens(text: str) -> int:
    """Tokens of the text, with nothing in it read as a special token."""
    return len(_encoding().encode_ordinary(text))


@cache
def _encoding() -> tiktoken.Encoding:
    """cl100k_base from the packaged rank file, which tiktoken looks for in the folder it is told.

    Raises:
        WeightsError: the rank file is missing and cannot be fetched.
    """
    before = os.environ.get(_FOLDER)
    os.environ[_FOLDER] = str(locate("cl100k"))
    try:
        return tiktoken.get_encoding("cl100k_base")
    finally:
        if before is None:
            del os.environ[_FOLDER]
        else:
            os.environ[_FOLDER] = before
