"""The words of a question that are searched for."""

import re

from index.lexical import Term
from rag.stopwords import STOPWORDS

_WORD = re.compile(r"\w+(?:['’.\-]\w+)*")


def terms(question: str) -> tuple[Term, ...]:
    """Content words in order, each once; all words when the question has no other."""
    words = list(dict.fromkeys(_WORD.findall(question)))
    content = [word for word in words if word.casefold() not in STOPWORDS]
    return tuple(Term(word) for word in content or words)
