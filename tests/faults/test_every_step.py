"""Every write path, killed before each of its steps, and refused room or leave from each on.

A few steps of each path, spread evenly, unless PINCITE_STEPS=all is set.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.faults import seccomp
from tests.faults.paths import PATHS

FEW = 5
MEMORY = Path("/dev/shm")
"""A file system in memory, where there is one: SIGKILL takes nothing from it either."""

pytestmark = pytest.mark.skipif(
    not seccomp.available(), reason="this system cannot hold up a process's calls"
)


@pytest.mark.parametrize("path", PATHS)
def test_broken_at_every_step(path: str, tmp_path: Path) -> None:
    where = MEMORY if os.access(MEMORY, os.W_OK) else tmp_path
    environment = {"PINCITE_STEPS": str(FEW), **os.environ}
    with tempfile.TemporaryDirectory(dir=where) as folder:
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults", path, f"{folder}/made"],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    for kind, tried in json.loads(done.stdout).items():
        assert tried["wrong"] == [], kind
        assert tried["tried"] >= min(FEW, tried["steps"]), kind
