"""The writer's key, people's passwords, cookies and words: in no log, metric, error or trace."""

import base64
import json
import os
import subprocess
from pathlib import Path

import httpx
import pytest

from rag.settings import Settings
from tests.e2e.hostile.answered import PATIENCE
from tests.e2e.hostile.conftest import KEY, PASSWORD, Locked
from tests.e2e.hostile.running import PINCITE
from tests.unit.rag.writer import bad_server as bad

WRONG = "wrong but secret all the same"
ASKED = "How many soldiers came?"
BASIC = base64.b64encode(f"ana:{PASSWORD}".encode()).decode()
ACCEPT = {"accept": "application/json, text/event-stream"}


def test_a_running_chat_keeps_its_secrets(locked: Locked) -> None:
    said = []
    form = {"username": "ana", "password": PASSWORD}
    logged_in = httpx.post(f"{locked.url}/login", data=form, timeout=PATIENCE)
    cookie = logged_in.cookies["pincite_login"]
    said.append(logged_in.text)
    for path, sent in (
        ("/login", {"username": "ana", "password": WRONG}),
        (f"/login?next=/{PASSWORD}", {"password": PASSWORD}),
        (f"/{PASSWORD}", {}),
    ):
        said.append(httpx.post(locked.url + path, data=sent, timeout=PATIENCE).text)
    client = httpx.Client(timeout=PATIENCE, headers={"authorization": f"Basic {BASIC}"})
    arguments = {"question": ASKED, "write": True}
    for name, sent in (
        ("ask", arguments),
        ("ask", {"question": "x", "since": PASSWORD}),
        ("cite", {"text_or_id": ASKED}),
        ("cite", {}),
    ):
        url = f"{locked.url}/gradio_api/call/v2/{name}"
        asked = client.post(url, json=sent)
        said.append(asked.text)
        if asked.status_code == 200:
            said.append(client.get(f"{url}/{asked.json()['event_id']}").text)
    message = {"jsonrpc": "2.0", "id": 1, "method": "tools/call"}
    tool = {**message, "params": {"name": "ask", "arguments": arguments}}
    said.append(client.post(f"{locked.url}/mcp", json=tool, headers=ACCEPT).text)
    client.cookies.set("pincite_login", cookie)
    metrics = client.get(f"{locked.url}/metrics").text
    said += [metrics, client.get(f"{locked.url}/config").text]
    assert locked.writer.headers[-1]["authorization"] == f"Bearer {KEY}"
    assert "pincite_" in metrics

    for each in said:
        for secret in (KEY, BASIC, cookie, WRONG):
            assert secret not in each
    log = locked.running.log
    lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    assert {"request", "call"} <= {line["message"] for line in lines}
    for secret in (KEY, PASSWORD, WRONG, BASIC, cookie, ASKED):
        assert secret not in log


@pytest.mark.parametrize("flags", [["--trace"], ["--json"], ["--struck"], ["--trace", "--json"]])
def test_the_command_keeps_the_key(
    seed_settings: Settings, tmp_path: Path, flags: list[str]
) -> None:
    def tells(served: bad.Served) -> None:
        served.begin(500)
        served.send(served.headers["authorization"])

    with bad.serving(tells) as writer:
        named = f"openai:{writer.spec.base_url}#{writer.spec.model}"
        done = subprocess.run(
            [PINCITE, "-v", "--log-json", "ask", ASKED, "--writer", named, *flags],
            cwd=tmp_path,
            env={
                **os.environ,
                "PINCITE_INDEX": str(seed_settings.index),
                "PINCITE_WRITER_KEY": KEY,
            },
            capture_output=True,
            text=True,
            check=False,
        )
        assert writer.headers[-1]["authorization"] == f"Bearer {KEY}"
    assert done.returncode == 0, done.stderr
    assert KEY not in done.stdout + done.stderr
