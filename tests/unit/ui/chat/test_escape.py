import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.chat.escape import attribute, escape, turns_direction

# What a browser itself changes, or refuses, in any HTML text.
_KEPT = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t")


@given(st.text(_KEPT))
def test_escaped_text_is_the_text_and_acts_as_nothing(text: str) -> None:
    for escaped in (escape(text), attribute(text)):
        assert html.unescape(escaped) == text
        assert not re.search(r"[<>\"'`$\\{}*_\[\]]", escaped)


@given(st.text(_KEPT))
def test_an_attribute_stays_on_its_line(text: str) -> None:
    assert not re.search(r"[\n\t]", attribute(text))


def test_a_backslash_and_a_template_are_entities() -> None:
    assert escape("${x}\\`") == "&#36;&#123;x&#125;&#92;&#96;"


@pytest.mark.parametrize(
    ("text", "turns"), [("plain", False), ("عربي", False), ("\u202eevil", True), ("a\u2067b", True)]
)
def test_direction_is_turned_by_controls_alone(text: str, turns: bool) -> None:
    assert turns_direction(text) is turns
