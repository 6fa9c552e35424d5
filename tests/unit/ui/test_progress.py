import pytest

from ui.progress import progress_shown, said


def test_a_stage_starts_anew(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    with progress_shown() as told:
        told("split", 4, 5)
        told("embed", 0, 31)
        told("embed", 30, 31)
    shown = capsys.readouterr().err
    assert "embed" in shown
    assert "30/31" in shown
    assert "4/31" not in shown


def test_nothing_is_shown_where_nobody_looks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    with progress_shown() as told:
        told("embed", 30, 31)
    assert capsys.readouterr().err == ""


def test_a_line_is_said_in_any_case(capsys: pytest.CaptureFixture[str]) -> None:
    said("Fetching 72.5 MB\x1b[2J")
    assert capsys.readouterr().err == "Fetching 72.5 MB␛[2J\n"
