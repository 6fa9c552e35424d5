"""What may come of bad input: a result, or one clear sentence."""

from collections.abc import Callable
from typing import TypeVar

from index.errors import PinciteError

T = TypeVar("T")


def told(do: Callable[[], T]) -> T | None:
    """What it gives, or None where it was refused in one sentence; anything else it raises."""
    try:
        return do()
    except PinciteError as error:
        said = str(error)
    assert said.strip(), "a refusal says why"
    assert len(said) < 1_500, said[:200]
    return None
