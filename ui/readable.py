"""Text of a file the user names, or one sentence that says why there is none."""

from pathlib import Path

from index.errors import BadInputError


def readable(path: Path) -> str:
    """The whole file as UTF-8, a byte order mark removed.

    Raises:
        BadInputError: no such file, not allowed, a folder, or not text.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BadInputError(f"There is no file {path}; check the path.") from None
    except UnicodeDecodeError as error:
        raise BadInputError(
            f"{path} is not UTF-8 text (byte {error.start}); save it as UTF-8."
        ) from None
    except OSError as error:
        raise BadInputError(f"{path} cannot be read: {error.strerror}.") from None
