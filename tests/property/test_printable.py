import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from ui.printable import printable


@given(st.text(st.characters(), max_size=200))
def test_no_control_character_reaches_the_terminal(text: str) -> None:
    shown = printable(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    shown.encode()


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=200))
def test_letters_figures_and_marks_stay_as_they_are(text: str) -> None:
    assert printable(text) == text
