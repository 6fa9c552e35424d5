from pathlib import Path

import pytest

from index.errors import BadInputError
from ui.configured import configured


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PINCITE_INDEX", raising=False)


def test_flags_come_before_environment_before_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert configured().index == Path("var/index")
    (tmp_path / "pincite.toml").write_text('index = "from/file"\npool = 7\n', encoding="utf-8")
    assert configured().index == Path("from/file")
    monkeypatch.setenv("PINCITE_INDEX", "from/environment")
    assert configured().index == Path("from/environment")
    assert configured(Path("from/flag")).index == Path("from/flag")
    assert configured().pool == 7


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("pool = 5000", r"pool: .* \(given 5000\)"),
        ("poool = 50", "poool: extra inputs"),
        ("pool = ", "pincite.toml is not TOML"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, toml: str, says: str) -> None:
    (tmp_path / "pincite.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(BadInputError, match=says):
        configured()
