"""Nothing connects to anywhere by default: watched from inside the process, by Python's own audit.

https://peps.python.org/pep-0578/. The hook is set before anything of ours or of a library is
imported; code that opens sockets in C past Python's is not seen by it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

HOOK = """
import json, sys
def seen(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        sys.stderr.write("\\nWENT OUT " + json.dumps([event, str(args[1:])]) + "\\n")
sys.addaudithook(seen)
"""
MAIN = HOOK + "from ui.cli import main; sys.argv[0] = 'pincite'; main()"


def went_out(code: str, *arguments: str, folder: Path) -> tuple[int, list[str]]:
    """Exit code of `python -c`, and every attempt to reach another place."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stderr.splitlines()
    return done.returncode, [line for line in lines if line.startswith("WENT OUT")]


def test_the_watch_sees_a_connection(tmp_path: Path) -> None:
    code = HOOK + "import socket\nsocket.socket().connect_ex(('127.0.0.1', 9))"
    assert went_out(code, folder=tmp_path)[1] == [
        "WENT OUT " + json.dumps(["socket.connect", "(('127.0.0.1', 9),)"])
    ]


def test_indexing_and_asking_go_nowhere(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text("Two planes landed on Monday. They carried 99 soldiers.")
    index = ["--index", str(tmp_path / "index")]
    assert went_out(MAIN, "index", str(articles), *index, folder=tmp_path) == (0, [])
    assert went_out(MAIN, "ask", "How many soldiers?", *index, "--json", folder=tmp_path) == (0, [])
