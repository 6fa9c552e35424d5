from io import StringIO

import pytest
from rich.console import Console

from rag.schema import Written, WrittenStatement
from ui.pretty_written import print_written, said_of

KEPT = WrittenStatement("Two planes\x1b landed.", (1, 2))
STRUCK = WrittenStatement("Three planes landed.", (1,), "the number Three does not stand")


def printed(written: Written, struck: bool) -> str:
    console = Console(file=StringIO(), width=200, highlight=False, markup=False)
    print_written(console, written, struck)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_what_is_supported_is_printed_with_its_numbers() -> None:
    shown = printed(Written((KEPT, STRUCK), "small", 1.0), struck=False)
    assert "Two planes␛ landed. [1][2]" in shown
    assert "Three" not in shown


def test_what_was_struck_out_is_printed_on_request() -> None:
    shown = printed(Written((KEPT, STRUCK), "small", 1.0), struck=True)
    assert "Three planes landed." in shown
    assert "struck out: the number Three does not stand" in shown


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (Written((), "small", 1.0, failure="It was silent."), "It was silent. The quotes stand"),
        (Written((STRUCK,), "small", 1.0), "Nothing that small wrote is supported, 1 statement"),
        (Written((KEPT,), "small", 1.0, malformed=2), "each statement checked, 2 ones dropped"),
    ],
)
def test_one_sentence_says_how_it_was_written(written: Written, said: str) -> None:
    assert said in said_of(written)
