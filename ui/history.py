"""Earlier questions of a conversation, from whatever a file or a question's line holds."""

import json
from pathlib import Path
from typing import Any

from index.errors import BadInputError
from ui.readable import readable


def read_history(path: Path | None) -> tuple[str, ...]:
    """Earlier questions, oldest first: a JSON list, JSON turns one a line, or questions one a line.

    Raises:
        BadInputError: the file cannot be read or a turn holds no question.
    """
    if path is None:
        return ()
    text = readable(path).strip()
    try:
        return earlier_questions(_parsed(text))
    except (ValueError, RecursionError) as error:
        raise BadInputError(f"{path} is not a history: {error}.") from error


def earlier_questions(turns: Any) -> tuple[str, ...]:
    """The questions among turns; a turn is a string, `{question}`, or `{role, content}`.

    What an assistant said is left out.

    Raises:
        ValueError: something is not a turn.
    """
    if not isinstance(turns, list):
        raise ValueError("turns must be a list")
    asked = (_question_of(turn) for turn in turns)
    return tuple(question for question in asked if question)


def _question_of(turn: Any) -> str:
    if isinstance(turn, str):
        return turn.strip()
    if isinstance(turn, dict):
        said = turn.get("question", turn.get("content"))
        if isinstance(said, str):
            return said.strip() if turn.get("role", "user") == "user" else ""
    raise ValueError(
        f"{json.dumps(turn)[:60]} is neither a question nor a turn with "
        '"question", or "role" and "content"'
    )


def _parsed(text: str) -> list[Any]:
    if text.startswith("["):
        whole = json.loads(text)
        return whole if isinstance(whole, list) else [whole]
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return [json.loads(line) if line.startswith("{") else line for line in lines]
