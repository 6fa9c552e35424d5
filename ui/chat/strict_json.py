"""JSON that a stranger sent, read strictly: Gradio takes more of it, and breaks over it later."""

import json
import math
from collections.abc import Iterator

from index.errors import BadInputError

DEEPEST = 50
"""Most levels of lists and objects in one another: the page and the calls need five."""


def strict_json(body: bytes) -> object:
    """The value stated.

    Raises:
        BadInputError: it is no JSON in UTF-8, holds half of a character or a number that is none,
            or is nested deeper than `DEEPEST`.
    """
    try:
        stated = json.loads(body.decode(), parse_constant=_no_number, parse_float=_finite)
        json.dumps(stated, ensure_ascii=False).encode()
    except UnicodeDecodeError as error:
        raise BadInputError(f"The request is not UTF-8 (byte {error.start}).") from None
    except UnicodeEncodeError:
        raise BadInputError("The request holds half of a character.") from None
    except RecursionError:
        raise BadInputError(_TOO_DEEP) from None
    except json.JSONDecodeError as error:
        raise BadInputError(f"The request is not JSON (character {error.pos}).") from None
    except ValueError:
        raise BadInputError("The request holds a number that is none, or is too long.") from None
    if any(level > DEEPEST for level, _ in _values(stated)):
        raise BadInputError(_TOO_DEEP)
    return stated


def objects(stated: object) -> Iterator[dict[str, object]]:
    """Every object in it, however deep."""
    return (value for _, value in _values(stated) if isinstance(value, dict))


_TOO_DEEP = f"The request is nested deeper than {DEEPEST} levels."


def _no_number(name: str) -> float:
    raise ValueError(name)


def _finite(digits: str) -> float:
    value = float(digits)
    return value if math.isfinite(value) else _no_number(digits)


def _values(stated: object) -> Iterator[tuple[int, object]]:
    waiting = [(1, stated)]
    while waiting:
        level, here = waiting.pop()
        yield level, here
        if isinstance(here, dict):
            waiting.extend((level + 1, each) for each in here.values())
        elif isinstance(here, list):
            waiting.extend((level + 1, each) for each in here)
