"""Planted faults are caught: each is put into a copy of the code, where the property must fail.

python -m pytest tests/mutations
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mutations.faults import FAULTS, Fault

ROOT = Path(__file__).parents[2]
PARTS = (
    "rag",
    "index",
    "eval",
    "ui",
    "tests/property/quotes",
    "tests/e2e/chat",
    "tests/conftest.py",
)
FAILED = 1
"""Exit code of pytest when tests ran and one failed; anything else proves nothing."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for part in PARTS:
        here, there = ROOT / part, tmp_path / part
        there.parent.mkdir(parents=True, exist_ok=True)
        if here.is_dir():
            ignored = shutil.ignore_patterns("__pycache__", "vendor", "*.onnx")
            shutil.copytree(here, there, ignore=ignored)
        else:
            shutil.copy(here, there)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    return tmp_path


def plant(fault: Fault, into: Path) -> None:
    for name, stands, broken in fault.edits:
        file = into / name
        text = file.read_text("utf-8")
        assert text.count(stands) == 1, f"{name} no longer holds {stands!r} once: mend the fault"
        file.write_text(text.replace(stands, broken), "utf-8")


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])
def test_a_planted_fault_is_caught(copy: Path, fault: Fault) -> None:
    plant(fault, copy)
    command = ["-m", "pytest", "tests/property/quotes", "-k", fault.test, "-x", "-q"]
    done = subprocess.run(
        [sys.executable, *command, "--hypothesis-profile=first", "-p", "no:cacheprovider"],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},  # before the code that is installed
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == FAILED, done.stdout + done.stderr
    said = done.stdout
    assert "AssertionError" in said or "CitationError" in said, said
