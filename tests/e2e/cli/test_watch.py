"""`pincite index --watch`: files change, the index follows, Ctrl-C ends it."""

import signal
import subprocess
import sys
from pathlib import Path


def line_with(running: subprocess.Popen[str], words: str) -> str:
    assert running.stdout is not None
    said = ""
    for line in running.stdout:
        said += line
        if words in line:
            return line
    raise AssertionError(said)


def test_the_index_follows_the_files_until_interrupted(clippings: Path, tmp_path: Path) -> None:
    command = [Path(sys.executable).with_name("pincite"), "index", clippings, "--watch"]
    # A suite started in the background has Ctrl-C ignored, and so would what it starts.
    with subprocess.Popen(
        [*command, "--index", "one"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as running:
        try:
            assert "2 articles" in line_with(running, "2 added")
            (clippings / "new.txt").write_text("A market opened on Tuesday.", encoding="utf-8")
            assert "3 articles" in line_with(running, "1 added")
            (clippings / "new.txt").unlink()
            assert "2 articles" in line_with(running, "1 removed")
            running.send_signal(signal.SIGINT)
            assert running.stdout is not None
            assert running.stdout.read() == ""
            assert running.wait() == 0
        finally:
            running.kill()
