"""Text given as an argument, or on standard input in its place."""

import sys

from index.errors import BadInputError


def given_text(argument: str) -> str:
    """The argument itself; for `-` what stands on standard input.

    Raises:
        BadInputError: the bytes are not UTF-8.
    """
    if argument == "-":
        try:
            return sys.stdin.buffer.read().decode("utf-8-sig").rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise BadInputError(
                f"Standard input is not UTF-8 text (byte {error.start}); save it as UTF-8."
            ) from None
    try:
        argument.encode()
    except UnicodeEncodeError as error:
        raise BadInputError(
            f"The text given is not UTF-8 (character {error.start}); type it anew."
        ) from None
    return argument
