"""What may come of a request that anything may be wrong with: an answer, or one clear sentence."""

import json
from typing import Any

import httpx
from hypothesis import HealthCheck, settings

PATIENCE = 60.0
"""Seconds after which a request hangs. The slowest that is answered takes less than two."""

some = settings(
    max_examples=max(10, settings.default.max_examples // 10),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def one_sentence(said: str) -> None:
    """Short, on one line, and none of the program's own insides."""
    assert said.strip(), "a refusal says why"
    assert len(said) < 1_500, said[:200]
    assert "\n" not in said.strip(), said[:200]
    for inside in ("Traceback", "Internal Server Error", ".py", "site-packages"):
        assert inside not in said, said[:200]


def not_broken(answer: httpx.Response) -> bool:
    """Whether the request was taken; one that was not has its sentence."""
    assert answer.status_code < 500, answer.text[:300]
    if answer.status_code < 400:
        return True
    one_sentence(answer.text)
    return False


def last_event(stream: str) -> tuple[str, Any]:
    """How a call ended: `complete` or `error`, and its data."""
    events = [block for block in stream.split("\n\n") if block.startswith("event: ")]
    kind, _, data = events[-1].partition("\ndata: ")
    return kind.removeprefix("event: "), json.loads(data)
