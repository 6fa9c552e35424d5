from dataclasses import replace
from hashlib import sha256

import pytest

from index.errors import CitationError
from index.schema import Article, Span
from rag.cite import cut
from rag.intact import intact
from rag.lookup import look_up

TEXT = "64 people landed in Caracas."
WHOLE = Article("a.txt", TEXT, sha256(TEXT.encode()).hexdigest())
DAMAGED = replace(WHOLE, text=TEXT.replace("64", "54"))


def test_a_whole_text_is_believed() -> None:
    assert intact(WHOLE) is WHOLE


def test_one_changed_letter_stops_every_quote() -> None:
    with pytest.raises(CitationError, match=r"a\.txt .* build it anew"):
        cut(1, DAMAGED, Span(0, 9))
    with pytest.raises(CitationError):
        look_up("54 people landed", {"a.txt": DAMAGED})
