"""What holds of every statement: the quotes' own words pass, and a changed number does not."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from rag.writer.check.statement import fault
from rag.writer.errors import WriterError
from rag.writer.parse import LONGEST, parse
from tests.unit.rag.writer.quotes import quote

_SEEDS = Path(__file__).parent.parent.parent / "seeds"
_TEXTS = [path.read_text(encoding="utf-8") for path in sorted(_SEEDS.glob("*.txt"))]
SENTENCES = [
    sentence
    for text in _TEXTS
    for sentence in (part.strip() for part in re.split(r"(?<=[.!?])\s+|\n+", text))
    if 20 <= len(sentence) <= LONGEST
]


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
def test_a_quote_supports_itself(sentence: str, other: str) -> None:
    assert fault(sentence, [1], [quote(1, sentence), quote(2, other)]) is None


@given(st.sampled_from([s for s in SENTENCES if re.search("[0-9]", s)]), st.integers(1, 9999))
def test_no_figure_passes_that_the_quote_has_not(sentence: str, figure: int) -> None:
    changed = re.sub("[0-9][0-9,.]*[0-9]|[0-9]", str(figure), sentence, count=1)
    if str(figure) not in sentence.replace(",", ""):
        assert fault(changed, [1], [quote(1, sentence)]) is not None


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_is_judged(statement: str, words: str) -> None:
    found = fault(statement, [1], [quote(1, words)])
    assert found is None or found.reason


@given(st.text())
def test_any_reply_is_read_or_refused(content: str) -> None:
    try:
        assert parse(content).statements == ()
    except WriterError:
        return
