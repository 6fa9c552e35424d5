"""The lock: whole, of one mind with constraints.txt, and what was installed held against it."""

import json
import re
import sys
from pathlib import Path

import pytest

from ui.locked import LOCK, REPORTS, compared, main, read_lock

ROOT = Path(__file__).parents[3]
TEXT = f"""\
h11==0.16.0 \\
    --hash=sha256:{"a" * 64} \\
    --hash=sha256:{"b" * 64}
Typing_Extensions==4.1 ; python_version < '3.13' \\
    --hash=sha256:{"c" * 64}
torch==2.13.0 \\
    --hash=sha256:{"d" * 64}
"""


def report(folder: Path, *archives: tuple[str, str, str]) -> None:
    items = [
        {
            "metadata": {"name": name, "version": version},
            "download_info": {"url": "x", "archive_info": {"hashes": {"sha256": sha256}}},
        }
        for name, version, sha256 in archives
    ]
    ours = {
        "metadata": {"name": "pincite", "version": "0"},
        "download_info": {"dir_info": {"editable": True}},
    }
    (folder / "installed.chat-1.json").write_text(json.dumps({"install": [*items, ours]}))


def test_another_file_of_the_same_version_is_named(tmp_path: Path) -> None:
    lock = read_lock(TEXT)
    report(tmp_path, ("h11", "0.16.0", "b" * 64), ("typing-extensions", "4.1", "d" * 64))
    right, wrong, unknown = compared(tmp_path, lock)
    assert right == 1
    assert wrong == [f"typing-extensions 4.1 (sha256 {'d' * 64})"]
    assert "pytest" in unknown
    assert "h11" not in unknown


def test_what_the_lock_does_not_name_is_wrong_but_for_another_build(tmp_path: Path) -> None:
    report(tmp_path, ("evil", "1", "a" * 64), ("torch", "2.13.0+cpu", "e" * 64))
    right, wrong, _ = compared(tmp_path, read_lock(TEXT))
    assert (right, wrong) == (0, [f"evil 1 (sha256 {'a' * 64})"])


def test_the_exit_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(tmp_path) == 0
    report(tmp_path, ("evil", "1", "a" * 64))
    assert main(tmp_path) == 1
    assert "Not in requirements.lock: evil 1" in capsys.readouterr().out


def test_every_pin_has_its_hashes_and_no_address() -> None:
    text = LOCK.read_text(encoding="utf-8")
    lock = read_lock(text)
    pins = re.findall(r"^([\w.-]+)==(\S+)$", (ROOT / "constraints.txt").read_text(), re.MULTILINE)
    assert len(pins) > 100
    for name, version in pins:
        locked, hashes = lock[re.sub(r"[-_.]+", "-", name).lower()]
        assert (name, locked) == (name, version)
        assert hashes
    assert all(hashes for _, hashes in lock.values())
    assert "://" not in text


def test_what_is_installed_here_is_what_was_locked() -> None:
    """Says something where the Makefile made the environment."""
    _, wrong, _ = compared(Path(sys.prefix), read_lock(LOCK.read_text(encoding="utf-8")))
    assert wrong == [], f"{REPORTS} in {sys.prefix}"
