"""Every file of an index torn and with bits turned: no wrong word, no crash, and always found."""

import json
import os
import subprocess
import sys
from pathlib import Path


def test_no_damaged_file_makes_a_reader_wrong(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.damaged", str(tmp_path / "made")],
        env={"PINCITE_STEPS": "3", **os.environ},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["wrong"] == []
    assert found["tried"] >= 5 * found["files"]
