import pytest
from rich.text import Text

from ui.terminal import block, out


@pytest.mark.parametrize("columns", ["0", "1", "24"])
def test_the_narrowest_terminal_still_shows_everything(
    columns: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    block(out(), Text("They carried 99 soldiers and left."), "[1] ", "    ")
    assert capsys.readouterr().out == "[1] They carried 99\n    soldiers and left.\n"


def test_what_goes_into_a_file_is_not_wrapped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    block(out(), Text("word " * 500), "[1] ")
    assert capsys.readouterr().out.count("\n") == 1
