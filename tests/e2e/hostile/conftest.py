"""One chat for all that is tried on it, and one with a login; both must survive all of it."""

from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import pytest

from rag.settings import Settings
from tests.e2e.hostile.running import Running
from tests.unit.rag.writer import bad_server as bad
from ui.chat.users import add_user

PASSWORD = "correct horse battery"
KEY = "sk-never-to-be-seen-0123456789"


@pytest.fixture(scope="session")
def chat(seed_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """`pincite chat --mcp` over the five articles."""
    running = Running(tmp_path_factory.mktemp("hostile"), seed_settings.index, "--mcp")
    yield running
    _ended(running)


@dataclass(frozen=True, slots=True)
class Locked:
    """A chat where Ana logs in, whose writer's server shows the key that it was sent to anybody."""

    url: str
    running: Running
    writer: bad.BadServer


@pytest.fixture(scope="session")
def locked(seed_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Locked]:
    """`pincite chat --mcp --users FILE --writer URL`."""
    folder = tmp_path_factory.mktemp("locked")
    add_user(folder / "users", "ana", PASSWORD)
    with bad.serving(_tells) as writer:
        named = f"openai:{writer.spec.base_url}#{writer.spec.model}"
        arguments = ("--mcp", "--users", folder / "users", "--writer", named)
        running = Running(folder, seed_settings.index, *arguments, PINCITE_WRITER_KEY=KEY)
        yield Locked(running.url, running, writer)
        _ended(running)


def _tells(served: bad.Served) -> None:
    served.begin(401, X_Key=served.headers["authorization"])
    served.send(f'{{"error": {{"message": "wrong key: {served.headers["authorization"]}"}}}}')


def _ended(running: Running) -> None:
    alive = httpx.get(f"{running.url}/healthz", timeout=60).status_code
    log = running.log  # before the end, which cuts open streams
    running.stop()
    assert alive == 200
    assert "Traceback" not in log, log[log.index("Traceback") :][:3_000]
