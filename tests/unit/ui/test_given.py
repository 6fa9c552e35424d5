import pytest

from index.errors import BadInputError
from ui.given import given_text


def test_an_argument_is_itself() -> None:
    assert given_text("Who is Guaidó?") == "Who is Guaidó?"


def test_bytes_that_are_not_text_are_refused() -> None:
    with pytest.raises(BadInputError, match="not UTF-8"):
        given_text("caf\udce9")
