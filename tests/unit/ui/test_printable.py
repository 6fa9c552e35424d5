import pytest

from ui.printable import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b]0;title\x07", "␛[31mred␛]0;title␇"),
        ("a\r\n\tb\u2028c\x85d", "a b c d"),
        ("pay \u202egnp.exe\u202c now", "pay <U+202E>gnp.exe<U+202C> now"),
        ("\x9b2J", "<U+009B>2J"),
        ("lone \ud800 half", "lone <U+D800> half"),
        ("[bold]markup[/bold] Guaidó “99” 😀", "[bold]markup[/bold] Guaidó “99” 😀"),
        ("\x7f", "␡"),
    ],
)
def test_what_a_terminal_would_obey_is_shown(text: str, shown: str) -> None:
    assert printable(text) == shown
