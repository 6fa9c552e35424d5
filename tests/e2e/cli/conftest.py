import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rag.settings import Settings

Pincite = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def pincite(seed_settings: Settings, tmp_path: Path) -> Pincite:
    """The installed command, run in an empty folder over the five articles."""
    command = Path(sys.executable).with_name("pincite")
    plain = {name: value for name, value in os.environ.items() if "COLOR" not in name}
    plain.pop("COLUMNS", None)

    def run(
        *arguments: str | Path, stdin: str | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        settings = {"PINCITE_INDEX": str(seed_settings.index), **environment}
        return subprocess.run(
            [command, *map(str, arguments)],
            cwd=tmp_path,
            env={**plain, **settings},
            input=stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.fixture
def refused(pincite: Pincite) -> Callable[..., str]:
    """Run what must be refused; gives the one sentence that says why."""

    def run(*arguments: str | Path, **environment: str) -> str:
        done = pincite(*arguments, **environment)
        assert done.returncode == 2
        assert done.stdout == ""
        assert done.stderr.startswith("pincite: ")
        assert done.stderr.count("\n") == 1
        return done.stderr.removeprefix("pincite: ").strip()

    return run


@pytest.fixture
def clippings(tmp_path: Path) -> Path:
    """A small folder of articles."""
    folder = tmp_path / "clippings"
    folder.mkdir()
    for name, text in (
        ("bridge.txt", "The old bridge was closed on Monday. It carried 4,000 cars a day."),
        ("mayor.md", "# Mayor resigns\n\nMayor Ada Ito resigned after a vote of 31 to 12."),
    ):
        (folder / name).write_text(text, encoding="utf-8")
    return folder
