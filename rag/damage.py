"""Damaged words of the articles, read as they were: for the search, never for showing."""

import re

from index.words import WORD, normal
from rag.vocabulary import Vocabulary


def repaired(text: str, vocabulary: Vocabulary) -> str:
    """`text` with every damaged word as it was."""

    def repair(match: re.Match[str]) -> str:
        damaged = vocabulary.damaged(normal(match.group()))
        if damaged is None:
            return match.group()
        was = damaged.was[0]
        return was.capitalize() if match.group()[0].isupper() else was

    return WORD.sub(repair, text)
