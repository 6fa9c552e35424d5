"""JSON lines, each checked against a schema and refused by file, line and reason."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from eval.errors import DatasetError

T = TypeVar("T")


def text_of(path: Path) -> str:
    """The file as UTF-8, a byte order mark removed.

    Raises:
        DatasetError: it cannot be read or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise DatasetError(path, None, "there is no such file") from None
    except OSError as error:
        raise DatasetError(path, None, f"it cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise DatasetError(path, None, f"it is not UTF-8 text (byte {error.start})") from error


def read_lines(path: Path, schema: TypeAdapter[T]) -> Iterator[tuple[int, T]]:
    """Every line that is not blank, with its number from 1.

    Raises:
        DatasetError: the file cannot be read or a line does not fit.
    """
    for number, line in enumerate(text_of(path).split("\n"), start=1):
        if line.strip():
            try:
                yield number, schema.validate_json(line)
            except ValidationError as error:
                raise DatasetError(path, number, reason(error)) from None


def reason(error: ValidationError) -> str:
    """The first complaint of pydantic in one clause."""
    first = error.errors(include_url=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}: {first['msg']}" if where else first["msg"]
