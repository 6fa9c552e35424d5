import json
import signal
import subprocess
import sys
import time
from pathlib import Path

from rag.settings import Settings


def test_an_interrupted_batch_is_quiet_and_keeps_what_is_done(
    seed_settings: Settings, tmp_path: Path
) -> None:
    questions, out = tmp_path / "questions.jsonl", tmp_path / "replies.jsonl"
    lines = (json.dumps({"qid": n, "question": f"Who sent plane {n}?"}) for n in range(2000))
    questions.write_text("\n".join(lines), encoding="utf-8")
    command = Path(sys.executable).with_name("pincite")
    arguments = ["batch", questions, "--out", out, "--index", seed_settings.index]
    # A suite started in the background has Ctrl-C ignored, and so would what it starts.
    with subprocess.Popen(
        [command, *arguments],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as running:
        while running.poll() is None and not (out.exists() and out.stat().st_size):
            time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate()
    assert running.returncode == 130
    assert "Traceback" not in said
    replies = out.read_text(encoding="utf-8").splitlines()
    assert 0 < len(replies) < 2000
    assert [json.loads(line)["qid"] for line in replies] == [str(n) for n in range(len(replies))]
