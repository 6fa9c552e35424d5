"""A step of a stream as changes to the one before, put together again."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

Json = Any
"""Whatever JSON holds."""


def patched(before: Json, changes: Sequence[tuple[str, list[str | int], Json]]) -> Json:
    """`before` after Gradio's changes: replace, append, add and delete, each with its path.

    Raises:
        ValueError: a change of a kind that the protocol does not have.
    """
    whole = [deepcopy(before)]
    for kind, path, value in changes:
        at: Json = whole
        *way, last = (0, *path)
        for step in way:
            at = at[step]
        if kind == "append":
            at[last] += value
        elif kind == "delete":
            del at[last]
        elif kind == "add" and isinstance(at, list):
            at.insert(int(last), value)
        elif kind in ("replace", "add"):
            at[last] = value
        else:
            raise ValueError(f"{kind!r} is no kind of change.")
    return whole[0]
