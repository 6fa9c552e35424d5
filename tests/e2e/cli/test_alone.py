"""The chat opens no connection to anywhere: counted by the kernel, also what is done in C."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rag.settings import Settings

ALONE = ["unshare", "--map-root-user", "--net"]


def test_a_chat_that_is_asked_in_every_way_sends_nothing_out(seed_settings: Settings) -> None:
    pytest.importorskip("mcp")
    if not shutil.which("unshare") or subprocess.run([*ALONE, "true"], check=False).returncode:
        pytest.skip("this machine lets nobody have a network of his own (unshare --net)")
    root = str(Path(__file__).parents[3])
    done = subprocess.run(
        [*ALONE, sys.executable, "-m", "tests.e2e.cli.alone", str(seed_settings.index), "7860"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": root},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    page, by_http, by_tool, by_address, by_file = found["said"]
    assert page.lower() == "<!doctype"
    assert "event: complete" in by_http
    assert "99" in by_http
    assert "citations" in by_tool
    assert (by_address, by_file) == ("400", "404")
    assert found["quiet"] == dict.fromkeys(found["quiet"], 0)
    assert found["loud"]["Ip:OutNoRoutes"] >= 2
