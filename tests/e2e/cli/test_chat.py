import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.settings import Settings


@pytest.fixture
def chat(seed_settings: Settings, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    command = Path(sys.executable).with_name("pincite")
    arguments = [command, "chat", "--port", "0", "--index", seed_settings.index]
    with subprocess.Popen(
        arguments, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as running:
        yield running
        running.kill()


def test_the_chat_says_where_it_is_and_stops_quietly(chat: subprocess.Popen[str]) -> None:
    assert chat.stdout is not None
    said = ""
    for line in chat.stdout:
        said += line
        if address := re.search(r"http://127\.0\.0\.1:[0-9]+", line):
            break
    else:
        pytest.fail(said)
    with urllib.request.urlopen(address[0]) as page:
        assert page.status == 200
    chat.send_signal(signal.SIGINT)
    rest = chat.stdout.read()
    assert chat.wait() in (0, 130)
    assert "Traceback" not in rest


def test_an_address_that_cannot_be_had_is_refused(pincite, refused) -> None:  # type: ignore[no-untyped-def]
    pincite("chat", "--users", "users.txt", "--add-user", "ada", stdin="long enough pass\n")
    assert "--port" in refused("chat", "--host", "203.0.113.1", "--users", "users.txt")


def test_strangers_are_not_let_in_by_accident(pincite, refused, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert "--add-user NAME" in refused("chat", "--host", "0.0.0.0")
    assert "--users FILE" in refused("chat", "--add-user", "ada")
    added = pincite("chat", "--users", "users.txt", "--add-user", "ada", stdin="long enough pass\n")
    assert added.returncode == 0
    assert (tmp_path / "users.txt").read_text(encoding="utf-8").startswith("ada:scrypt$")
