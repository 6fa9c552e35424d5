"""Which articles may answer, from the flags of a command."""

import re
from collections.abc import Sequence
from datetime import date

from index.errors import BadInputError
from rag.question import whole_characters
from rag.schema import Filters

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def filters_from(sources: Sequence[str] | None, since: str | None, until: str | None) -> Filters:
    """Filters, after a look at the dates.

    Raises:
        BadInputError: a date that no calendar has, or that ends before it begins, or a source
            with half of a character.
    """
    for source in sources or ():
        whole_characters(source, "--source")
    for flag, value in (("--since", since), ("--until", until)):
        if value is not None and not _is_date(value):
            raise BadInputError(
                f"{flag} {value[:40]!r} is not a date; write 2019, 2019-06 or 2019-06-25."
            )
    if since and until and since[: len(until)] > until:
        raise BadInputError(f"--since {since} is later than --until {until}; exchange them.")
    return Filters(tuple(sources or ()), since, until)


def _is_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value + "0000-01-01"[len(value) :])
    except ValueError:
        return False
    return True
