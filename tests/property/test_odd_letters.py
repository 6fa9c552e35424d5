"""A long s and a dotless i are an s and an i wherever dates and figures are read.

`re.IGNORECASE` finds them, while `str.lower` leaves them as they are.
"""

from hypothesis import given
from hypothesis import strategies as st

from index.dates import iso_date
from rag.dates_asked import dates_asked
from rag.figures import figures
from rag.writer.check.numbers import numbers

_ODD = {"s": "sſ", "i": "iı"}


@st.composite
def _oddly_written(draw: st.DrawFn, texts: tuple[str, ...]) -> tuple[str, str]:
    """A text as it is usually written, and as an old print or a Turkish keyboard has it."""
    text = draw(st.sampled_from(texts))
    return text, "".join(draw(st.sampled_from(_ODD.get(letter, letter))) for letter in text)


@given(_oddly_written(("september 5, 2019", "sept. 2019", "1st of august 1919")))
def test_dates_of_articles(texts: tuple[str, str]) -> None:
    usual, odd = texts
    assert iso_date(odd) == iso_date(usual) is not None


@given(_oddly_written(("in september 2019", "on sep 3, 2019", "on may 1st, 2020")))
def test_dates_of_questions(texts: tuple[str, str]) -> None:
    found = [[(each.since, each.until) for each in dates_asked(text)] for text in texts]
    assert found[0] == found[1] != []


@given(_oddly_written(("six soldiers", "nine thousand men", "7 million tons", "five billion")))
def test_figures(texts: tuple[str, str]) -> None:
    found = [[each.value for each in figures(text)] for text in texts]
    assert found[0] == found[1] != []


@given(_oddly_written(("sixty-seven", "the first", "six thousand", "5 billion", "thousands")))
def test_numbers_of_statements(texts: tuple[str, str]) -> None:
    found = [[(each.value, each.kind) for each in numbers(text)] for text in texts]
    assert found[0] == found[1] != []
