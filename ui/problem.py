"""The first thing pydantic found wrong, in words."""

from pydantic import ValidationError

LONGEST_VALUE = 60
"""Characters of a wrong value that are repeated in a message: enough to find it by."""


def first_problem(error: ValidationError) -> str:
    """Field, complaint and value of the first problem: `pool: should be ... (given 5000)`."""
    first = error.errors(include_url=False)[0]
    field = ".".join(str(part) for part in first["loc"])[:LONGEST_VALUE]
    complaint = first["msg"][:1].lower() + first["msg"][1:]
    given = repr(first["input"])
    if len(given) > LONGEST_VALUE:
        given = given[:LONGEST_VALUE] + "…"
    return f"{field}: {complaint} (given {given})" if field else f"{complaint} (given {given})"
