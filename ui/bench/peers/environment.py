"""The Python that runs a system: ours, or one made for it under `var/bench`."""

import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import index
import ui
from index.errors import BadInputError
from ui.bench.peers.system import System


def python_of(system: System, home: Path, say: Callable[[str], None]) -> Path:
    """The interpreter in which the system can be imported, its environment made if it needs one.

    Raises:
        BadInputError: the system is not installed, or its environment cannot be made.
    """
    if system.own:
        return _made(system, home / system.name, say)
    if not _importable(system.module):
        raise BadInputError(
            f"{system.name} is not installed; bring it with: pip install 'pincite[bench]'"
        )
    return Path(sys.executable)


def import_path(home: Path) -> Path:
    """A folder with nothing but our packages, so that no other environment sees ours whole."""
    folder = home / "packages"
    folder.mkdir(parents=True, exist_ok=True)
    for package in (index, ui):
        link = folder / package.__name__
        link.unlink(missing_ok=True)  # it may lead to where they were before
        link.symlink_to(Path(package.__path__[0]).resolve(), target_is_directory=True)
    return folder


def _importable(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # a package above it is missing
        return False


def _made(system: System, folder: Path, say: Callable[[str], None]) -> Path:
    python = folder / "bin" / "python"
    done = folder / ".made"
    if not done.exists():
        say(f"Making an environment for {system.name} in {folder} (some minutes, some gigabytes)")
        _run([sys.executable, "-m", "venv", "--clear", str(folder)])
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        _run([*pip, *system.own])
        done.touch()
    return python


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise BadInputError(f"An environment could not be made ({last}); connect and try again.")
