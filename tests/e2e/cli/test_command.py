import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

COMMANDS = ["index", "ask", "batch", "search", "cite", "verify", "chat", "eval", "bench"]


def test_help_teaches_by_example(pincite) -> None:  # type: ignore[no-untyped-def]
    done = pincite("--help")
    assert done.returncode == 0
    for command in COMMANDS:
        assert command in done.stdout
        shown = pincite(command, "--help").stdout
        assert shown.count(f"pincite {command}") >= 2


def test_the_version_is_the_distributions(pincite) -> None:  # type: ignore[no-untyped-def]
    assert pincite("--version").stdout == f"pincite {version('pincite')}\n"


def test_wrong_use_has_exit_code_2_and_no_traceback(pincite) -> None:  # type: ignore[no-untyped-def]
    for arguments in (["askk"], ["ask"], ["ask", "Who?", "--k", "3"], ["batch", "q.jsonl"]):
        done = pincite(*arguments)
        assert done.returncode == 2
        assert "Error: " in done.stderr
        assert "Traceback" not in done.stderr


def test_a_wrong_setting_is_one_sentence(refused, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert "pool: " in refused("ask", "Who?", PINCITE_POOL="many")
    (tmp_path / "pincite.toml").write_text("pol = 3", encoding="utf-8")
    assert "pol: " in refused("ask", "Who?")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_full_disk_behind_the_output_is_one_sentence() -> None:
    command = Path(sys.executable).with_name("pincite")
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [command, "--version"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr == "pincite: The system refused to go on (No space left on device).\n"
