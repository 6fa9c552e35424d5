"""Replies saved by `ask --json` and `batch`."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from index.errors import BadInputError
from rag.schema import Reply
from ui.chat.evidence import held_replies
from ui.problem import first_problem
from ui.readable import readable

_REPLY: TypeAdapter[Reply] = TypeAdapter(Reply)


@dataclass(frozen=True, slots=True)
class Saved:
    """A reply, and where in its file it stands."""

    where: str
    reply: Reply


def read_replies(path: Path) -> list[Saved]:
    """The replies of a file: one, a JSON list, one a line, or the chat's evidence pack.

    Each stands bare or as batch writes it.

    Raises:
        BadInputError: naming file and place, at the first thing that is not a reply.
    """
    saved = [Saved(where, _reply(record, where)) for where, record in _records(path)]
    if not saved:
        raise BadInputError(f"{path} holds no reply.")
    return saved


def _records(path: Path) -> list[tuple[str, Any]]:
    text = held_replies(readable(path))
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        lines = [(f"{path} line {n}", line) for n, line in enumerate(text.split("\n"), 1)]
        return [(where, _parsed(line, where)) for where, line in lines if line.strip()]
    if isinstance(whole, list):
        return [(f"{path} entry {n}", record) for n, record in enumerate(whole, 1)]
    return [(str(path), whole)]


def _parsed(line: str, where: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadInputError(f"{where} is not JSON ({error}).") from None


def _reply(record: Any, where: str) -> Reply:
    if isinstance(record, dict) and "reply" in record:
        where = f"{where} (qid {record.get('qid')!r:.60})"
        record = record["reply"]
    status = record.get("status") if isinstance(record, dict) else None
    if status not in ("answered", "not_found"):
        raise BadInputError(f"{where} is not a reply: no status is answered or not_found.")
    try:
        return _REPLY.validate_python(record)
    except ValidationError as error:
        raise BadInputError(f"{where} is not a reply: {first_problem(error)}.") from None
