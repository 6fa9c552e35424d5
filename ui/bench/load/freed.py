"""What became of the questions whose readers had vanished, by the server's own log."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Freed:
    """How many vanished, and what of their questions is `ended` by the log.

    `unanswered` of these were given up before there was an answer, the others answered just then.
    """

    vanished: int
    ended: int
    unanswered: int


def freed(log: Iterable[str], requests: Sequence[str]) -> Freed:
    """Count them; `requests` are the ids of the requests that asked."""
    ended = {
        line["request"]: line["outcome"]
        for line in map(_read, log)
        if line.get("message") == "call" and line["call"] == "ask"
    }
    outcomes = [ended[request] for request in requests if request in ended]
    return Freed(len(requests), len(outcomes), outcomes.count("stopped"))


def _read(line: str) -> dict[str, str]:
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
