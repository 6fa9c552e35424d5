"""Settings from flags, environment and `pincite.toml`, with one voice for what is wrong."""

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from index.errors import BadInputError
from rag.settings import Settings
from ui.problem import first_problem


def configured(
    index: Path | None = None,
    *,
    writer: str | None = None,
    store: str | None = None,
    workers: str | None = None,
) -> Settings:
    """The settings in force; a flag that was not given is None.

    Raises:
        BadInputError: `pincite.toml` or a `PINCITE_*` variable cannot be used.
    """
    given: dict[str, Any] = {
        "index": index,
        "writer": writer,
        "store": store,
        "workers": workers,
    }
    try:
        flags = {name: value for name, value in given.items() if value is not None}
        return Settings(**flags)
    except ValidationError as error:
        raise BadInputError(
            f"A setting in pincite.toml or a PINCITE_* variable cannot be used: "
            f"{first_problem(error)}; correct or remove it."
        ) from error
    except (ValueError, RecursionError) as error:  # not TOML, not UTF-8, nested, a number too long
        raise BadInputError(f"pincite.toml is not TOML ({error}); correct it.") from error
    except OSError as error:
        raise BadInputError(f"pincite.toml cannot be read ({error.strerror}).") from error
