"""A TOML file that a person wrote, or one sentence that says why it cannot be read."""

import tomllib
from pathlib import Path
from typing import Any

from index.errors import BadInputError


def read_toml(path: Path, name: str, error: type[BadInputError]) -> dict[str, Any]:
    """The tables of the file, called `name` ("The gate") in what is said of it.

    Raises:
        BadInputError: of the class given: it cannot be read or is not TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as failed:
        raise error(f"{name} {path} cannot be read ({failed.strerror}).") from failed
    except (ValueError, RecursionError) as failed:
        raise error(f"{name} {path} is not TOML: {failed}.") from failed
